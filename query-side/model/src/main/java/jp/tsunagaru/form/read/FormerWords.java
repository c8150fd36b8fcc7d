package jp.tsunagaru.form.read;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.form.FieldType;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.form.query.Provenance.Source;
import jp.tsunagaru.patient.PatientId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * FM-03: since when form after form says the same. Watched are free texts and the names of
 * diseases; addresses and names do not grow old by staying the same.
 */
@Component
class FormerWords {
  private static final List<String> DISEASES =
      List.of("disease1", "disease2", "disease3", "diagnosis1", "diagnosis2", "diagnosis3");

  private final StoredForms forms;
  private final Clock clock;
  private final int oldAfterMonths;

  FormerWords(
      StoredForms forms,
      Clock clock,
      @Value("${tsunagaru.forms.old-text-months:6}") int oldAfterMonths) {
    this.forms = forms;
    this.clock = clock;
    this.oldAfterMonths = oldAfterMonths;
  }

  /** A confirmed form as it was. */
  record Past(Instant at, FormValues values) {}

  /** The confirmed forms of a kind, newest first. */
  static List<StoredForm> confirmed(List<StoredForm> all, FormKind kind) {
    return all.stream()
        .filter(form -> form.kind() == kind)
        .filter(form -> form.state() == FormState.APPROVED || form.state() == FormState.SUPERSEDED)
        .toList();
  }

  List<Past> read(PatientId patientId, List<StoredForm> confirmed) {
    return confirmed.stream()
        .map(form ->
            new Past(
                form.approvedAt() == null ? form.changedAt() : form.approvedAt(),
                forms.open(patientId, form.documentId(), form.sealedForm()).values()))
        .toList();
  }

  /** By field code, what a draft says in the words of the last confirmed form. */
  Map<String, Provenance> unchanged(FormDefinition definition, FormValues draft, List<Past> past) {
    Map<String, Provenance> unchanged = new HashMap<>();
    if (!past.isEmpty()) {
      for (FormField field : definition.fields()) {
        List<String> said = draft.list(field.code());
        if (isWatched(field)
            && !said.isEmpty()
            && said.equals(past.getFirst().values().list(field.code()))) {
          unchanged.put(field.code(), since(field, past));
        }
      }
    }
    return unchanged;
  }

  /** Of a field that is copied from the last confirmed form. */
  Provenance since(FormField field, List<Past> past) {
    if (!isWatched(field)) {
      return new Provenance(Source.PREVIOUS_FORM, null, false);
    }
    List<String> said = past.getFirst().values().list(field.code());
    LocalDate since = day(past.getFirst().at());
    for (Past each : past) {
      if (!each.values().list(field.code()).equals(said)) {
        break;
      }
      since = day(each.at());
    }
    LocalDate old = LocalDate.now(clock).minusMonths(oldAfterMonths);
    return new Provenance(Source.PREVIOUS_FORM, since, since.isBefore(old));
  }

  private static boolean isWatched(FormField field) {
    return field.type() == FieldType.AREA
        || field.type() == FieldType.TABLE
        || DISEASES.contains(field.code());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
