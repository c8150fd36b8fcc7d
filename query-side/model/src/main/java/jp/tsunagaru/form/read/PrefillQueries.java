package jp.tsunagaru.form.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FindPrefill;
import jp.tsunagaru.form.query.Prefill;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.form.query.Provenance.Source;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** With what a new form begins, and where each value comes from (FM-03, FM-06). */
@Component
class PrefillQueries {
  /** What is of that day and of that form is never copied. */
  private static final List<String> OF_ITS_DAY =
      List.of("period", "dripPeriod", "issuedOn", "writtenOn", "lastExaminedOn");

  private final StoredForms forms;
  private final KnownFacts facts;
  private final TeamAccess access;
  private final FormerWords words;

  PrefillQueries(StoredForms forms, KnownFacts facts, TeamAccess access, FormerWords words) {
    this.forms = forms;
    this.facts = facts;
    this.access = access;
    this.words = words;
  }

  @QueryHandler
  Prefill handle(FindPrefill query, MetaData metaData) {
    PatientId patientId = query.patientId();
    Viewer viewer = access.viewer(Viewer.origin(metaData), patientId);
    FormDefinition definition = FormDefinitions.official().inForce(query.kind(), query.issuedOn());
    List<StoredForm> all = forms.of(patientId);
    List<StoredForm> former = FormerWords.confirmed(all, query.kind());
    Beginning beginning = new Beginning(definition);
    Map<DocumentId, Long> previous = new HashMap<>();
    if (query.copyPrevious() && !former.isEmpty()) {
      previous.put(former.getFirst().documentId(), former.getFirst().version());
      copy(beginning, patientId, former);
    }
    // What is known now wins over what a former form said of the patient.
    facts
        .ofPatient(patientId)
        .forEach((field, value) ->
            beginning.set(field, value, new Provenance(Source.BASIC_INFO, null, false)));
    facts
        .ofWriter(viewer)
        .forEach((field, value) ->
            beginning.propose(field, value, new Provenance(Source.OWN_REGISTRATION, null, false)));
    beginning.values = beginning.values.with(definition.dated(), query.issuedOn().toString());
    return new Prefill(
        definition.version(),
        definition.fitting(beginning.values),
        Map.copyOf(beginning.provenance),
        Map.copyOf(previous),
        !former.isEmpty(),
        forms.orders(patientId, all),
        FormQueries.isPhysician(viewer));
  }

  private void copy(Beginning beginning, PatientId patientId, List<StoredForm> former) {
    List<FormerWords.Past> past = words.read(patientId, former);
    past.getFirst()
        .values()
        .values()
        .forEach((code, value) ->
            beginning
                .definition
                .find(code)
                .filter(field -> !OF_ITS_DAY.contains(code))
                .ifPresent(field -> beginning.set(code, value, words.since(field, past))));
  }

  /** The form as it grows. */
  private static final class Beginning {
    private final FormDefinition definition;
    private final Map<String, Provenance> provenance = new HashMap<>();
    private FormValues values = FormValues.NONE;

    Beginning(FormDefinition definition) {
      this.definition = definition;
    }

    void set(String field, List<String> value, Provenance from) {
      if (definition.find(field).isPresent() && !value.isEmpty()) {
        values = values.with(field, value);
        provenance.put(field, from);
      }
    }

    void propose(String field, List<String> value, Provenance from) {
      if (values.isEmpty(field)) {
        set(field, value, from);
      }
    }
  }
}
