package jp.tsunagaru.attachment.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.event.AttachmentConverted;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.attachment.event.ConversionFailed;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.patient.event.PatientErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files by document, and what is still to be done with them, in the transaction of the event. */
@Component
@ProcessingGroup("guard")
class GuardedAttachments {
  /** There is nothing to be drawn of the other kinds. */
  private static final Set<FileKind> CONVERTED =
      Set.of(FileKind.JPEG, FileKind.PNG, FileKind.HEIC, FileKind.PDF, FileKind.DICOM);

  private final JdbcClient jdbc;

  GuardedAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(AttachmentReceived event, @Timestamp Instant at, MetaData metaData) {
    Uploader uploader = Uploader.of(metaData);
    jdbc.sql(
            """
            insert into guard.attachment
              (attachment_id, document_id, patient_id, uploader_id, facility_id, kind, address,
               bytes, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
        .params(
            event.attachmentId().value(),
            event.documentId().value(),
            event.patientId().value(),
            uploader.accountId().value(),
            uploader.facilityId(),
            event.kind().name(),
            event.file().address(),
            event.file().size(),
            at.atOffset(ZoneOffset.UTC))
        .update();
    if (CONVERTED.contains(event.kind())) {
      jdbc.sql(
              """
              insert into guard.conversion
                (attachment_id, document_id, patient_id, kind, pages, address, received_at)
              values (?, ?, ?, ?, ?, ?, ?)
              on conflict do nothing\
              """)
          .params(
              event.attachmentId().value(),
              event.documentId().value(),
              event.patientId().value(),
              event.kind().name(),
              event.pages(),
              event.file().address(),
              at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  @EventHandler
  void on(AttachmentConverted event) {
    String[] addresses =
        event.renditions().stream()
            .map(rendition -> rendition.file().address())
            .toArray(String[]::new);
    // Pictures may arrive after the purge: then they wait for their deletion.
    jdbc.sql(
            """
            update guard.attachment set renditions = ?, files_deleted = false
            where attachment_id = ?\
            """)
        .params(addresses, event.attachmentId().value())
        .update();
    done(event.attachmentId());
  }

  @EventHandler
  void on(ConversionFailed event) {
    done(event.attachmentId());
  }

  @EventHandler
  void on(DocumentPurged event) {
    purged(event.documentId());
  }

  @EventHandler
  void on(UnsentFilesPurged event) {
    purged(event.documentId());
  }

  private void purged(DocumentId documentId) {
    jdbc.sql("update guard.attachment set purged = true where document_id = ?")
        .params(documentId.value())
        .update();
    jdbc.sql("delete from guard.conversion where document_id = ?")
        .params(documentId.value())
        .update();
  }

  /** Files of documents that were never posted. */
  @EventHandler
  void on(PatientErased event) {
    jdbc.sql("update guard.attachment set purged = true where patient_id = ?")
        .params(event.patientId().value())
        .update();
    jdbc.sql("delete from guard.conversion where patient_id = ?")
        .params(event.patientId().value())
        .update();
  }

  private void done(AttachmentId attachmentId) {
    jdbc.sql("delete from guard.conversion where attachment_id = ?")
        .params(attachmentId.value())
        .update();
  }
}
