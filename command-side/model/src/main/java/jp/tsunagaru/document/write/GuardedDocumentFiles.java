package jp.tsunagaru.document.write;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardedDocumentFiles implements DocumentFiles {
  private final JdbcClient jdbc;

  GuardedDocumentFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<AttachmentId> received(DocumentId documentId, PatientId patientId) {
    return jdbc.sql(
            """
            select attachment_id from guard.attachment
            where document_id = ? and patient_id = ? and not purged\
            """)
        .params(documentId.value(), patientId.value())
        .query((rs, row) -> new AttachmentId(rs.getString(1)))
        .set();
  }

  @Override
  public List<AttachmentId> all(DocumentId documentId) {
    return jdbc.sql(
            "select attachment_id from guard.attachment where document_id = ? order by"
                + " attachment_id")
        .params(documentId.value())
        .query((rs, row) -> new AttachmentId(rs.getString(1)))
        .list();
  }
}
