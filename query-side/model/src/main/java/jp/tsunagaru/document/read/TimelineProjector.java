package jp.tsunagaru.document.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportEvent;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import jp.tsunagaru.support.read.SupportRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** 登録記事一覧 and 削除文書管理: documents as they are, with all their versions. */
@Projection
@ProcessingGroup("timeline")
class TimelineProjector {
  private static final byte[] NOTHING = {};

  private static final String CONFIRM =
      """
      insert into view.timeline_entry
        (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id,
         facility_id, editor_id, profession, tags, scope, visible_accounts, visible_groups,
         visible_professions, attachments, parts, state)
      values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CONFIRMED')
      on conflict do nothing\
      """;

  private static final String REVISE =
      """
      update view.timeline_entry t set version = v.version, occurred_on = v.occurred_on,
        edited_at = v.edited_at, editor_id = v.editor_id, profession = v.profession, tags = v.tags,
        scope = v.scope, visible_accounts = v.visible_accounts, visible_groups = v.visible_groups,
        visible_professions = v.visible_professions, attachments = v.attachments, parts = v.parts,
        stamp = default
        from (select ?::bigint as version, ?::date occurred_on, ?::timestamptz edited_at,
                     ?::text editor_id, ?::text profession, ?::text[] tags, ?::text as scope,
                     ?::text[] visible_accounts, ?::text[] visible_groups,
                     ?::text[] visible_professions, ?::text[] attachments, ?::text[] parts,
                     ?::text document_id) v
       where t.document_id = v.document_id and t.version <= v.version\
      """;

  private static final String VERSION =
      """
      insert into view.document_version
        (document_id, version, patient_id, recorded_at, author_id, profession, occurred_on, tags,
         attachments, sealed_article, sealed_reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String CONFIRM_FORM =
      """
      insert into view.timeline_entry
        (document_id, patient_id, version, occurred_on, recorded_at, edited_at, author_id,
         facility_id, editor_id, profession, tags, scope, visible_accounts, visible_groups,
         visible_professions, attachments, state, form_version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'TEAM', '{}', '{}', '{}', '{}', 'CONFIRMED', ?)
      on conflict do nothing\
      """;

  private static final String FORM =
      """
      insert into view.document_version
        (document_id, version, patient_id, recorded_at, author_id, profession, occurred_on, tags,
         attachments, sealed_article, sealed_reason, form_version)
      values (?, ?, ?, ?, ?, ?, ?, '{}', '{}', ?, ?, ?)
      on conflict do nothing\
      """;

  private static final String UNTAG =
      """
      delete from view.document_tag t using (select ?::text document_id) v
       where t.document_id = v.document_id\
      """;

  private static final String TAG =
      """
      insert into view.document_tag (patient_id, tag, occurred_on, recorded_at, document_id)
      values (?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  /** A revision does not say when its document was first recorded. */
  private static final String TAG_AGAIN =
      """
      insert into view.document_tag (patient_id, tag, occurred_on, recorded_at, document_id)
      select t.patient_id, unnest(t.tags), t.occurred_on, t.recorded_at, t.document_id
        from (select ?::text document_id) v
        join view.timeline_entry t on t.document_id = v.document_id
      on conflict do nothing\
      """;

  private final Sealer sealer;
  private final TeamNews news;
  private final SupportRows support;

  TimelineProjector(Sealer sealer, TeamNews news, SupportRows support) {
    this.sealer = sealer;
    this.news = news;
    this.support = support;
  }

  @EventHandler
  void on(DocumentConfirmed event, Writes writes, @Timestamp Instant at) {
    Visibility visibility = event.visibility();
    writes.add(
        CONFIRM,
        event.documentId(),
        event.patientId(),
        event.occurredOn(),
        at,
        at,
        event.authorId(),
        event.facilityId(),
        event.authorId(),
        event.profession(),
        event.tags(),
        visibility.scope(),
        visibility.accounts(),
        visibility.groups(),
        visibility.professions(),
        event.attachments(),
        event.parts());
    writes.add(
        VERSION,
        event.documentId(),
        1L,
        event.patientId(),
        at,
        event.authorId(),
        event.profession(),
        event.occurredOn(),
        event.tags(),
        event.attachments(),
        sealed(event.article()),
        NOTHING);
    for (String tag : event.tags()) {
      writes.add(TAG, event.patientId(), tag, event.occurredOn(), at, event.documentId());
    }
    announce(writes, event.patientId(), event.documentId());
  }

  /** Author and facility stay those of the first version: the document remains theirs. */
  @EventHandler
  void on(DocumentRevised event, Writes writes, @Timestamp Instant at) {
    Visibility visibility = event.visibility();
    writes.add(
        REVISE,
        event.version(),
        event.occurredOn(),
        at,
        event.authorId(),
        event.profession(),
        event.tags(),
        visibility.scope(),
        visibility.accounts(),
        visibility.groups(),
        visibility.professions(),
        event.attachments(),
        event.parts(),
        event.documentId());
    writes.add(
        VERSION,
        event.documentId(),
        event.version(),
        event.patientId(),
        at,
        event.authorId(),
        event.profession(),
        event.occurredOn(),
        event.tags(),
        event.attachments(),
        sealed(event.article()),
        sealed(event.reason()));
    writes.add(UNTAG, event.documentId());
    writes.add(TAG_AGAIN, event.documentId());
    announce(writes, event.patientId(), event.documentId());
  }

  /** A draft is for those who fill in forms; what a physician confirmed is news to the team. */
  @EventHandler
  void on(FormApproved event, Writes writes, @Timestamp Instant at) {
    LocalDate day = FormDay.of(event, at);
    writes.add(
        CONFIRM_FORM,
        event.documentId(),
        event.patientId(),
        event.version(),
        day,
        at,
        at,
        event.approvedBy(),
        event.facilityId(),
        event.approvedBy(),
        Profession.PHYSICIAN,
        event.formVersion());
    writes.add(
        FORM,
        event.documentId(),
        event.version(),
        event.patientId(),
        at,
        event.approvedBy(),
        Profession.PHYSICIAN,
        day,
        sealed(event.form()),
        NOTHING,
        event.formVersion());
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(SupportRequested event, Writes writes, @Timestamp Instant at) {
    support.asked(event, writes, at);
    announce(writes, event);
  }

  @EventHandler
  void on(SupportAnswered event, Writes writes, @Timestamp Instant at) {
    support.answered(event, writes, at);
    announce(writes, event);
  }

  @EventHandler
  void on(SupportDeclined event, Writes writes, @Timestamp Instant at) {
    support.declined(event, writes, at);
    announce(writes, event);
  }

  @EventHandler
  void on(SupportDecided event, Writes writes, @Timestamp Instant at) {
    support.decided(event, writes, at);
    announce(writes, event);
  }

  @EventHandler
  void on(SupportWithdrawn event, Writes writes, @Timestamp Instant at) {
    support.withdrawn(event, writes, at);
    announce(writes, event);
  }

  /** DL-02: gone from every list at once, and kept. */
  @EventHandler
  void on(DocumentDeleted event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    writes.add(
        "update view.timeline_entry set state = 'DELETED' where document_id = ?",
        event.documentId());
    writes.add(
        """
        insert into view.deleted_document
          (document_id, patient_id, deleted_at, deleted_by, reason, sealed_note)
        values (?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.documentId(),
        event.patientId(),
        at,
        actor(metaData),
        event.reason(),
        sealed(event.note()));
    support.deleted(writes, event.documentId(), true);
    announce(writes, event.patientId(), event.documentId());
  }

  /** News again to whoever had not read it. */
  @EventHandler
  void on(DocumentRestored event, Writes writes) {
    writes.add(
        "update view.timeline_entry set state = 'CONFIRMED', stamp = default where document_id = ?",
        event.documentId());
    writes.add("delete from view.deleted_document where document_id = ?", event.documentId());
    support.deleted(writes, event.documentId(), false);
    announce(writes, event.patientId(), event.documentId());
  }

  @EventHandler
  void on(PurgeRequested event, Writes writes, MetaData metaData) {
    writes.add(
        "update view.deleted_document set purge_requested_by = ? where document_id = ?",
        actor(metaData),
        event.documentId());
    announce(writes, event.patientId(), event.documentId());
  }

  /** 第16条3: nothing of it stays here, receipts included. */
  @EventHandler
  void on(DocumentPurged event, Writes writes) {
    DocumentId id = event.documentId();
    writes.add(
        "insert into view.purged_document (document_id) values (?) on conflict do nothing", id);
    writes.add("delete from view.timeline_entry where document_id = ?", id);
    writes.add("delete from view.document_version where document_id = ?", id);
    writes.add(UNTAG, id);
    writes.add("delete from view.deleted_document where document_id = ?", id);
    writes.add("delete from view.document_receipt where document_id = ?", id);
    support.purged(writes, id);
    announce(writes, event.patientId(), id);
  }

  /** Nothing of who never agreed stays (PT-01). */
  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    for (String table :
        List.of(
            "timeline_entry",
            "document_version",
            "document_tag",
            "deleted_document",
            "support_asked",
            "support_task")) {
      writes.add("delete from view." + table + " where patient_id = ?", event.patientId());
    }
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add(
        """
        truncate view.timeline_entry, view.document_version, view.document_tag,
          view.deleted_document, view.purged_document, view.support_asked, view.support_task\
        """);
  }

  /** The bytes of the store as they are; none when a rebuild meets a key that is destroyed. */
  private byte[] sealed(Personal<?> personal) {
    return personal.sealedBytes().isPresent() || personal.read().isPresent()
        ? sealer.seal(personal)
        : NOTHING;
  }

  private void announce(Writes writes, PatientId patientId, DocumentId documentId) {
    news.announce(
        writes, new PatientChange(patientId, PatientChange.Kind.DOCUMENT, documentId.value()));
  }

  private void announce(Writes writes, SupportEvent event) {
    announce(writes, event.patientId(), event.documentId());
  }

  private static String actor(MetaData metaData) {
    return Origin.from(metaData).map(Origin::accountId).orElse("");
  }
}
