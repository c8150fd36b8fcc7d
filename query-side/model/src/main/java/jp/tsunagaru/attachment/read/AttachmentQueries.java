package jp.tsunagaru.attachment.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.query.FindFile;
import jp.tsunagaru.attachment.query.FindUploads;
import jp.tsunagaru.attachment.query.FoundFile;
import jp.tsunagaru.attachment.query.Uploads;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The way to files, and what was uploaded for a post that is not sent yet. */
@Component
class AttachmentQueries {

  /** Of a post that is sent: what any of its versions names. Before: what the actor uploaded. */
  private static final String FILE =
      """
      select a.*
        from view.attachment a
        left join view.timeline_entry t on t.document_id = a.document_id
       where a.attachment_id = :attachment and a.document_id = :document
         and a.patient_id = :patient
         and (exists (
             select 1 from view.consent_paper c
              where c.document_id = a.document_id and a.attachment_id = any (c.files))
           or a.uploader_id = :me and (t.document_id is null or t.state = 'CONFIRMED')
           or t.state = 'CONFIRMED' and %s
             and exists (
               select 1 from view.document_version v
                where v.document_id = a.document_id and a.attachment_id = any (v.attachments)))
      """
          .formatted(Viewer.SEES);

  private static final String UPLOADS =
      """
      select a.*
        from view.attachment a
       where a.document_id = :document and a.patient_id = :patient and a.uploader_id = :me
         and not exists (
           select 1 from view.document_version v
            where v.document_id = a.document_id and a.attachment_id = any (v.attachments))
       order by a.received_at, a.attachment_id
      """;

  private final JdbcClient jdbc;
  private final Attachments attachments;
  private final TeamAccess access;

  AttachmentQueries(JdbcClient jdbc, Attachments attachments, TeamAccess access) {
    this.jdbc = jdbc;
    this.attachments = attachments;
    this.access = access;
  }

  @QueryHandler
  FoundFile handle(FindFile query, MetaData metaData) {
    Map<String, Object> parameters =
        new HashMap<>(access.viewer(Viewer.origin(metaData)).parameters());
    parameters.put("attachment", query.attachmentId().value());
    parameters.put("document", query.documentId().value());
    parameters.put("patient", query.patientId().value());
    return jdbc.sql(FILE)
        .params(parameters)
        .query((row, number) -> file(row, query))
        .optional()
        .flatMap(found -> found)
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
  }

  @QueryHandler
  Uploads handle(FindUploads query, MetaData metaData) {
    return new Uploads(
        jdbc.sql(UPLOADS)
            .param("document", query.documentId().value())
            .param("patient", query.patientId().value())
            .param("me", Viewer.origin(metaData).accountId())
            .query((row, number) -> attachments.view(row))
            .list());
  }

  /** An address opens only what belongs to the attachment that was decided about. */
  private Optional<FoundFile> file(ResultSet row, FindFile query) throws SQLException {
    StoredFile original =
        new StoredFile(row.getString("address"), row.getLong("size"), row.getString("media_type"));
    String name = attachments.name(row);
    if (query.address().isEmpty() || query.address().equals(original.address())) {
      return Optional.of(new FoundFile(query.documentId(), original, name));
    }
    return Renditions.read(row.getString("renditions")).stream()
        .map(Rendition::file)
        .filter(file -> file.address().equals(query.address()))
        .findFirst()
        .map(file -> new FoundFile(query.documentId(), file, name));
  }
}
