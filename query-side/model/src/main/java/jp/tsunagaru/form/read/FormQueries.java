package jp.tsunagaru.form.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.form.query.Forms;
import jp.tsunagaru.form.query.GetForm;
import jp.tsunagaru.form.query.ListForms;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** 文書・様式 of a patient. */
@Component
public class FormQueries {
  private final StoredForms forms;
  private final TeamAccess access;
  private final FormerWords words;

  FormQueries(StoredForms forms, TeamAccess access, FormerWords words) {
    this.forms = forms;
    this.access = access;
    this.words = words;
  }

  @QueryHandler
  public Forms handle(ListForms query, MetaData metaData) {
    Viewer viewer = access.viewer(Viewer.origin(metaData), query.patientId());
    boolean mayDraft = viewer.rights().contains(Right.FORMS);
    List<StoredForm> all = forms.of(query.patientId());
    List<FormRow> rows =
        all.stream()
            .filter(form -> !form.isUnconfirmed() || mayDraft)
            // A dropped draft is nobody's business any more.
            .filter(form -> !form.isUnconfirmed() || form.state() != FormState.CANCELLED)
            .map(form -> row(form, all))
            .toList();
    return new Forms(rows, mayDraft, mayDraft && isPhysician(viewer));
  }

  @QueryHandler
  FormSheet handle(GetForm query, MetaData metaData) {
    PatientId patientId = query.patientId();
    Viewer viewer = access.viewer(Viewer.origin(metaData), patientId);
    boolean mayDraft = viewer.rights().contains(Right.FORMS);
    StoredForm form =
        forms
            .find(patientId, query.documentId())
            .filter(found -> !found.isUnconfirmed() || mayDraft)
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    WrittenForm content = forms.open(patientId, form.documentId(), form.sealedForm());
    List<StoredForm> all = forms.of(patientId);
    boolean isOpen = form.state() == FormState.DRAFT || form.state() == FormState.SUBMITTED;
    return new FormSheet(
        form.documentId(),
        form.formVersion(),
        form.state(),
        form.version(),
        content.values(),
        forms.open(patientId, form.documentId(), form.sealedBegun()).author(),
        content.author(),
        form.changedAt(),
        forms.openText(patientId, form.documentId(), form.sealedReason()),
        forms.orders(
            patientId,
            all.stream().filter(other -> !other.documentId().equals(form.documentId())).toList()),
        mayDraft
            && isOpen
            && (viewer.owns(form.enteredBy(), form.facilityId()) || isPhysician(viewer)),
        mayDraft && !form.isUnconfirmed(),
        mayDraft && isPhysician(viewer),
        !form.isUnconfirmed()
            && viewer.rights().contains(Right.DELETE)
            && viewer.owns(form.ownerId(), form.ownerFacilityId()),
        isOpen
            ? words.unchanged(
                FormDefinitions.official().of(form.formVersion()),
                content.values(),
                words.read(patientId, FormerWords.confirmed(all, form.kind())))
            : Map.of());
  }

  static boolean isPhysician(Viewer viewer) {
    return viewer.profession().equals(Profession.PHYSICIAN.name());
  }

  private static FormRow row(StoredForm form, List<StoredForm> all) {
    return new FormRow(
        form.documentId(),
        form.kind(),
        form.formVersion(),
        form.state(),
        form.version(),
        form.enteredName(),
        form.approvedName(),
        form.changedAt(),
        form.issuedOn(),
        form.validFrom(),
        form.validTo(),
        form.supersededBy(),
        daysUncovered(form, all));
  }

  /** FM-08: gaps between consecutive orders. */
  private static int daysUncovered(StoredForm form, List<StoredForm> all) {
    LocalDate from = form.validFrom();
    if (form.state() != FormState.APPROVED || from == null) {
      return 0;
    }
    return all.stream()
        .filter(other -> other.kind() == form.kind() && other.state() == FormState.APPROVED)
        .filter(other -> !other.documentId().equals(form.documentId()))
        .filter(other -> other.validFrom() != null && !other.validFrom().isAfter(from))
        .map(StoredForm::validTo)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(to -> (int) Math.max(0, ChronoUnit.DAYS.between(to, from) - 1))
        .orElse(0);
  }
}
