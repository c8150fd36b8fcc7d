package jp.tsunagaru.form.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.Validity;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Official forms with their newest content (別紙1⑤). */
@Projection
@ProcessingGroup("forms")
class FormProjector {
  private static final byte[] NOTHING = {};

  private static final String BEGIN =
      """
      insert into view.form
        (document_id, patient_id, kind, form_version, state, version, entered_by, facility_id,
         owner_id, owner_facility_id, changed_at, sealed_begun, sealed_form, sealed_reason)
      values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String DRAFT =
      """
      update view.form set form_version = ?, state = 'DRAFT', version = ?, changed_at = ?,
        sealed_form = ?
       where document_id = ? and version <= ?\
      """;

  private static final String APPROVE =
      """
      update view.form set state = 'APPROVED', version = ?, approved_by = ?, owner_id = ?,
        owner_facility_id = ?, changed_at = ?, approved_at = ?, issued_on = ?, valid_from = ?, valid_to = ?, sealed_form = ?
       where document_id = ? and version <= ?\
      """;

  private final Sealer sealer;
  private final TeamNews news;

  FormProjector(Sealer sealer, TeamNews news) {
    this.sealer = sealer;
    this.news = news;
  }

  @EventHandler
  void on(FormDrafted event, Writes writes, @Timestamp Instant at) {
    byte[] sealed = sealed(event.form());
    writes.add(
        BEGIN,
        event.documentId(),
        event.patientId(),
        FormDefinitions.official().of(event.formVersion()).kind(),
        event.formVersion(),
        event.version(),
        event.enteredBy(),
        event.facilityId(),
        event.enteredBy(),
        event.facilityId(),
        at,
        sealed,
        sealed,
        NOTHING);
    writes.add(
        DRAFT,
        event.formVersion(),
        event.version(),
        at,
        sealed,
        event.documentId(),
        event.version());
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(FormSubmittedForApproval event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.form set state = 'SUBMITTED', changed_at = ? where document_id = ? and version"
            + " = ?",
        at,
        event.documentId(),
        event.version());
    announce(writes, event.patientId(), event.documentId());
  }

  /** The days of an order are needed to watch its end, and to nothing else: see the decision. */
  @EventHandler
  void on(FormApproved event, Writes writes, @Timestamp Instant at) {
    FormDefinition definition = FormDefinitions.official().of(event.formVersion());
    Optional<FormValues> values = event.form().read().map(WrittenForm::values);
    Optional<Validity> validity = values.flatMap(definition::validity);
    LocalDate issued = values.flatMap(each -> each.date(definition.dated())).orElse(null);
    writes.add(
        APPROVE,
        event.version(),
        event.approvedBy(),
        event.approvedBy(),
        event.facilityId(),
        at,
        at,
        issued,
        validity.map(Validity::from).orElse(null),
        validity.map(Validity::to).orElse(null),
        sealed(event.form()),
        event.documentId(),
        event.version());
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(FormSuperseded event, Writes writes) {
    writes.add(
        "update view.form set state = 'SUPERSEDED', superseded_by = ? where document_id = ?",
        event.by(),
        event.documentId());
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(FormCancelled event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.form set state = 'CANCELLED', changed_at = ?, sealed_reason = ? where"
            + " document_id = ?",
        at,
        sealed(event.reason()),
        event.documentId());
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    writes.add("delete from view.form where patient_id = ?", event.patientId());
  }

  /** DL-02: gone from every list at once, and kept. */
  @EventHandler
  void on(DocumentDeleted event, Writes writes) {
    deleted(writes, event.patientId(), event.documentId(), true);
  }

  @EventHandler
  void on(DocumentRestored event, Writes writes) {
    deleted(writes, event.patientId(), event.documentId(), false);
  }

  /** 第16条3: nothing of it stays here. */
  @EventHandler
  void on(DocumentPurged event, Writes writes) {
    writes.add("delete from view.form where document_id = ?", event.documentId());
    announce(writes, event.patientId(), event.documentId());
  }

  private void deleted(
      Writes writes, PatientId patientId, DocumentId documentId, boolean isDeleted) {
    writes.add("update view.form set deleted = ? where document_id = ?", isDeleted, documentId);
    announce(writes, patientId, documentId);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.form");
  }

  /** The bytes of the store as they are; none when a rebuild meets a key that is destroyed. */
  private byte[] sealed(Personal<?> personal) {
    return personal.sealedBytes().isPresent() || personal.read().isPresent()
        ? sealer.seal(personal)
        : NOTHING;
  }

  private void announce(Writes writes, PatientId patientId, DocumentId documentId) {
    news.toPage(writes, new PatientChange(patientId, PatientChange.Kind.FORM, documentId.value()));
  }
}
