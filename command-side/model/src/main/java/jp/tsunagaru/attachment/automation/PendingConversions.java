package jp.tsunagaru.attachment.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that wait for their pictures. Taking one keeps others away from it for a while, not for
 * ever: whoever took it may have been killed.
 */
@Component
class PendingConversions {
  record Pending(
      AttachmentId attachmentId,
      Subject subject,
      FileKind kind,
      int pages,
      String address,
      int attempts) {}

  private static final Duration CLAIM = Duration.ofSeconds(90);

  private final JdbcClient jdbc;
  private final Clock clock;

  PendingConversions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Pending> take() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            update guard.conversion set claimed_until = ?, attempts = attempts + 1
            where attachment_id = (
              select attachment_id from guard.conversion
              where claimed_until is null or claimed_until < ?
              order by received_at limit 1 for update skip locked)
            returning attachment_id, document_id, patient_id, kind, pages, address, attempts\
            """)
        .params(now.plus(CLAIM), now)
        .query((rs, row) ->
            new Pending(
                new AttachmentId(rs.getString(1)),
                Subject.of(new DocumentId(rs.getString(2)), new PatientId(rs.getString(3))),
                FileKind.valueOf(rs.getString(4)),
                rs.getInt(5),
                rs.getString(6),
                rs.getInt(7)))
        .optional();
  }

  /** Nothing is left to be done: the document was purged. */
  void drop(AttachmentId attachmentId) {
    jdbc.sql("delete from guard.conversion where attachment_id = ?")
        .params(attachmentId.value())
        .update();
  }
}
