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
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
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
      insert into view.attachment_gate (document_id, purged) select ?, false
      on conflict (document_id) do update set purged = attachment_gate.purged\
      """;

  private static final String RECEIVE =
      """
      insert into view.attachment
        (attachment_id, document_id, patient_id, uploader_id, kind, pages, names_another_patient,
         address, size, media_type, sealed_facts, received_at)
      select ?, g.document_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        from view.attachment_gate g
       where g.document_id = ? and not g.purged
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
        "update view.attachment set renditions = ?::jsonb, failure = '' where attachment_id = ?",
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
    writes.add(
        """
        insert into view.attachment_gate (document_id, purged) select ?, true
        on conflict (document_id) do update set purged = true\
        """,
        event.documentId());
    writes.add("delete from view.attachment where document_id = ?", event.documentId());
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
