package jp.tsunagaru.document.write;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardedUnsentFiles implements UnsentFiles {
  private static final String OVERDUE =
      """
      select f.attachment_id from guard.attachment f
      where f.document_id = :document and f.patient_id = :patient and not f.purged
        and not exists (select 1 from guard.document d where d.document_id = f.document_id)
        and not exists (select 1 from guard.draft w where w.document_id = f.document_id)
        and not exists (
          select 1 from guard.attachment n
          where n.document_id = f.document_id and n.received_at > :before)
      order by f.attachment_id\
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  GuardedUnsentFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<AttachmentId> overdue(DocumentId documentId, PatientId patientId, int days) {
    return jdbc.sql(OVERDUE)
        .param("document", documentId.value())
        .param("patient", patientId.value())
        .param("before", clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
        .query((row, number) -> new AttachmentId(row.getString(1)))
        .list();
  }
}
