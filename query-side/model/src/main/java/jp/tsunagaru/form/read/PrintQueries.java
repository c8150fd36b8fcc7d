package jp.tsunagaru.form.read;

import java.time.Clock;
import java.util.List;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FormPreview;
import jp.tsunagaru.form.query.FormPrint;
import jp.tsunagaru.form.query.GetFormPrint;
import jp.tsunagaru.form.query.PreviewForm;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.printing.MissingLetter;
import jp.tsunagaru.printing.PagePictures;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Official forms on paper. */
@Component
class PrintQueries {
  private static final int PREVIEW_DPI = 96;

  private final StoredForms forms;
  private final KnownFacts facts;
  private final TeamAccess access;
  private final Clock clock;

  PrintQueries(StoredForms forms, KnownFacts facts, TeamAccess access, Clock clock) {
    this.forms = forms;
    this.facts = facts;
    this.access = access;
    this.clock = clock;
  }

  @QueryHandler
  FormPrint handle(GetFormPrint query, MetaData metaData) {
    PatientId patientId = query.patientId();
    Viewer viewer = access.viewer(Viewer.origin(metaData), patientId);
    StoredForm form =
        forms
            .find(patientId, query.documentId())
            .filter(found -> !found.isUnconfirmed() || viewer.rights().contains(Right.FORMS))
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    FormValues values = forms.open(patientId, form.documentId(), form.sealedForm()).values();
    KnownFacts.Person by = facts.person(viewer.accountId());
    Printed printed =
        FormPrinter.print(
            form.formVersion(),
            query.eachAddressee() ? Addressees.each(values) : List.of(values),
            clock.instant(),
            by.name(),
            by.facility());
    return new FormPrint(
        form.documentId(),
        form.version(),
        printed.pdf(),
        printed.pages(),
        printed.missing().stream().map(MissingLetter::written).toList());
  }

  @QueryHandler
  FormPreview handle(PreviewForm query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    FormDefinition definition =
        FormDefinitions.official()
            .find(query.formVersion())
            .orElseThrow(() -> Refused.field(RefusalCode.FIELD_INVALID, "form"));
    KnownFacts.Person by = facts.person(viewer.accountId());
    return new FormPreview(
        PagePictures.files(
            FormPrinter.print(
                definition.version(),
                List.of(definition.checked(query.values())),
                clock.instant(),
                by.name(),
                by.facility()),
            PREVIEW_DPI));
  }
}
