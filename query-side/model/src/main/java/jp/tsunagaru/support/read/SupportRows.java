package jp.tsunagaru.support.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportEvent;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import jp.tsunagaru.support.query.SupportStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the timeline writes down of a request for support. */
@Component
public class SupportRows {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final byte[] NOTHING = {};

  private static final String CONFIRM =
      """
      insert into view.timeline_entry
        (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id,
         facility_id, editor_id, profession, tags, scope, visible_accounts, visible_groups,
         visible_professions, attachments, state, support)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'TEAM', '{}', '{}', '{}', '{}', 'CONFIRMED', true)
      on conflict do nothing\
      """;

  /** News to everybody but who wrote it. */
  private static final String REVISE =
      """
      update view.timeline_entry set version = ?, edited_at = ?, editor_id = ?, stamp = default
       where document_id = ? and version < ?\
      """;

  /** The day of a request is that of its first version. */
  private static final String VERSION =
      """
      insert into view.document_version
        (document_id, version, patient_id, recorded_at, author_id, profession, occurred_on, tags,
         attachments, sealed_article, sealed_reason, support_step, adoption)
      values (?, ?, ?, ?, ?, ?, ?, '{}', '{}', ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String ASKED =
      """
      insert into view.support_asked
        (document_id, version, patient_id, kind, author_id, facility_id, addressee_facility_id,
         addressee_account_id, due_on, refs, sealed_contract)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String TASK =
      """
      insert into view.support_task
        (document_id, patient_id, version, state, kind, requester_id, requester_facility_id,
         addressee_facility_id, addressee_account_id, due_on)
      values (?, ?, ?, 'REQUESTED', ?, ?, ?, ?, ?, ?)
      on conflict (document_id) do update
        set version = excluded.version, kind = excluded.kind,
            addressee_facility_id = excluded.addressee_facility_id,
            addressee_account_id = excluded.addressee_account_id, due_on = excluded.due_on
        where support_task.version < excluded.version\
      """;

  private final Sealer sealer;

  SupportRows(Sealer sealer) {
    this.sealer = sealer;
  }

  public void asked(SupportRequested event, Writes writes, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, JAPAN);
    AccountId person = event.addressee().accountId();
    writes.add(
        CONFIRM,
        event.documentId(),
        event.patientId(),
        event.version(),
        day,
        at,
        at,
        event.writtenBy(),
        event.facilityId(),
        event.writtenBy(),
        event.profession());
    step(
        writes,
        event,
        SupportStep.Kind.REQUESTED,
        event.writtenBy(),
        event.profession(),
        event.request(),
        null,
        at);
    writes.add(
        ASKED,
        event.documentId(),
        event.version(),
        event.patientId(),
        event.kind(),
        event.writtenBy(),
        event.facilityId(),
        event.addressee().facilityId(),
        person,
        event.dueOn(),
        event.references(),
        sealed(event.contract()));
    writes.add(
        TASK,
        event.documentId(),
        event.patientId(),
        event.version(),
        event.kind(),
        event.writtenBy(),
        event.facilityId(),
        event.addressee().facilityId(),
        person,
        event.dueOn());
  }

  public void answered(SupportAnswered event, Writes writes, Instant at) {
    become(
        writes,
        event,
        SupportStep.Kind.ANSWERED,
        event.writtenBy(),
        event.profession(),
        event.answer(),
        null,
        at);
  }

  public void declined(SupportDeclined event, Writes writes, Instant at) {
    become(
        writes,
        event,
        SupportStep.Kind.DECLINED,
        event.writtenBy(),
        event.profession(),
        event.reason(),
        null,
        at);
  }

  public void decided(SupportDecided event, Writes writes, Instant at) {
    become(
        writes,
        event,
        SupportStep.Kind.DECIDED,
        event.writtenBy(),
        event.profession(),
        event.reason(),
        event.adoption().name(),
        at);
  }

  public void withdrawn(SupportWithdrawn event, Writes writes, Instant at) {
    become(
        writes,
        event,
        SupportStep.Kind.WITHDRAWN,
        event.writtenBy(),
        event.profession(),
        event.reason(),
        null,
        at);
  }

  public void deleted(Writes writes, DocumentId documentId, boolean isDeleted) {
    writes.add(
        "update view.support_task set deleted = ? where document_id = ?", isDeleted, documentId);
  }

  public void purged(Writes writes, DocumentId documentId) {
    writes.add("delete from view.support_asked where document_id = ?", documentId);
    writes.add("delete from view.support_task where document_id = ?", documentId);
  }

  private void become(
      Writes writes,
      SupportEvent event,
      SupportStep.Kind kind,
      AccountId by,
      Profession profession,
      Personal<WrittenArticle> written,
      @Nullable String adoption,
      Instant at) {
    step(writes, event, kind, by, profession, written, adoption, at);
    writes.add(
        "update view.support_task set version = ?, state = ? where document_id = ? and version < ?",
        event.version(),
        kind,
        event.documentId(),
        event.version());
  }

  private void step(
      Writes writes,
      SupportEvent event,
      SupportStep.Kind kind,
      AccountId by,
      Profession profession,
      Personal<WrittenArticle> written,
      @Nullable String adoption,
      Instant at) {
    writes.add(REVISE, event.version(), at, by, event.documentId(), event.version());
    writes.add(
        VERSION,
        event.documentId(),
        event.version(),
        event.patientId(),
        at,
        by,
        profession,
        LocalDate.ofInstant(at, JAPAN),
        sealed(written),
        NOTHING,
        kind,
        adoption);
  }

  /** The bytes of the store as they are; none when a rebuild meets a key that is destroyed. */
  private byte[] sealed(Personal<?> personal) {
    return personal.sealedBytes().isPresent() || personal.read().isPresent()
        ? sealer.seal(personal)
        : NOTHING;
  }
}
