package jp.tsunagaru.attachment.read;

import java.time.Instant;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** Files and their pictures; their names stay sealed. */
@Projection
@ProcessingGroup("attachments")
class AttachmentProjector {
  private static final String QUEUE =
      """
      insert into view.attachment_gate (document_id, purged)
      select v.document_id, false from (select ?::text document_id) v
      on conflict (document_id) do update set purged = attachment_gate.purged\
      """;

  private static final String RECEIVE =
      """
      insert into view.attachment
        (attachment_id, document_id, patient_id, uploader_id, kind, pages, names_another_patient,
         address, size, media_type, sealed_facts, received_at)
      select v.attachment_id, g.document_id, v.patient_id, v.uploader_id, v.kind, v.pages,
             v.names_another_patient, v.address, v.size, v.media_type, v.sealed_facts, v.received_at
        from (select ?::text attachment_id, ?::text patient_id, ?::text uploader_id, ?::text kind,
                     ?::integer pages, ?::boolean names_another_patient, ?::text address,
                     ?::bigint size, ?::text media_type, ?::bytea sealed_facts,
                     ?::timestamptz received_at, ?::text document_id) v
        join view.attachment_gate g on g.document_id = v.document_id and not g.purged
      on conflict do nothing\
      """;

  private final Sealer sealer;
  private final TeamNews news;

  AttachmentProjector(Sealer sealer, TeamNews news) {
    this.sealer = sealer;
    this.news = news;
  }

  /** A file whose key is gone belongs to a document that was purged meanwhile. */
  @EventHandler
  void on(AttachmentReceived event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    if (event.facts().sealedBytes().isEmpty() && event.facts().read().isEmpty()) {
      return;
    }
    StoredFile file = event.file();
    writes.add(QUEUE, event.documentId());
    writes.add(
        RECEIVE,
        event.attachmentId(),
        event.patientId(),
        Origin.from(metaData).map(Origin::accountId).orElse(""),
        event.kind(),
        event.pages(),
        event.namesAnotherPatient(),
        file.address(),
        file.size(),
        file.mediaType(),
        sealer.seal(event.facts()),
        at,
        event.documentId());
  }

  @EventHandler
  void on(AttachmentConverted event, Writes writes) {
    writes.add(
        """
        update view.attachment a set renditions = v.renditions, failure = ''
          from (select ?::jsonb renditions, ?::text attachment_id) v
         where a.attachment_id = v.attachment_id\
        """,
        Renditions.written(event.renditions()),
        event.attachmentId());
    announce(writes, event.patientId(), event.attachmentId());
  }

  @EventHandler
  void on(ConversionFailed event, Writes writes) {
    writes.add(
        "update view.attachment set failure = ? where attachment_id = ?",
        event.reasonCode(),
        event.attachmentId());
    announce(writes, event.patientId(), event.attachmentId());
  }

  /** 第16条3. */
  @EventHandler
  void on(DocumentPurged event, Writes writes) {
    purged(event.documentId(), writes);
  }

  @EventHandler
  void on(UnsentFilesPurged event, Writes writes) {
    purged(event.documentId(), writes);
  }

  private static void purged(DocumentId documentId, Writes writes) {
    writes.add(
        """
        insert into view.attachment_gate (document_id, purged) select ?, true
        on conflict (document_id) do update set purged = true\
        """,
        documentId);
    writes.add("delete from view.attachment where document_id = ?", documentId);
  }

  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    writes.add("delete from view.attachment where patient_id = ?", event.patientId());
  }

  /** Files of documents that were never posted. */
  @EventHandler
  void on(PatientErased event, Writes writes) {
    writes.add(
        """
        insert into view.attachment_gate (document_id, purged)
        select distinct document_id, true from view.attachment where patient_id = ?
        on conflict (document_id) do update set purged = true\
        """,
        event.patientId());
    writes.add("delete from view.attachment where patient_id = ?", event.patientId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.attachment, view.attachment_gate");
  }

  private void announce(Writes writes, PatientId patientId, AttachmentId attachmentId) {
    news.toPage(
        writes, new PatientChange(patientId, PatientChange.Kind.ATTACHMENT, attachmentId.value()));
  }
}
