package jp.tsunagaru.consent.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.consent.event.ConsentPaperRemoved;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A kept sheet is a document that the whole team may see; a removed one is a deleted document. */
@Component
@ProcessingGroup("guard")
class ConsentPaperGuard implements PaperLookup {
  private final JdbcClient jdbc;

  ConsentPaperGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(ConsentPaperKept event) {
    jdbc.sql(
            """
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, scope)
            values (?, ?, ?, ?, ?, 'CONFIRMED', 1, 'TEAM')
            on conflict (document_id) do nothing\
            """)
        .params(
            event.documentId().value(),
            event.patientId().value(),
            event.keptBy().value(),
            event.facilityId().value(),
            event.profession().name())
        .update();
  }

  @EventHandler
  void on(ConsentPaperRemoved event) {
    jdbc.sql("update guard.document set state = 'DELETED' where document_id = ?")
        .param(event.documentId().value())
        .update();
  }

  @Override
  public boolean consented(PatientId patientId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.patient where patient_id = ? and sharing <> 'PROVISIONAL')\
            """)
        .param(patientId.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public Set<AttachmentId> received(
      DocumentId documentId, PatientId patientId, AccountId uploader) {
    return jdbc.sql(
            """
            select attachment_id from guard.attachment
            where document_id = ? and patient_id = ? and uploader_id = ? and not purged\
            """)
        .params(documentId.value(), patientId.value(), uploader.value())
        .query((row, number) -> new AttachmentId(row.getString(1)))
        .set();
  }
}
