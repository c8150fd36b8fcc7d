package jp.tsunagaru.attachment.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attachments of one patient as they are shown, for documents whose visibility was decided. */
@Component
public class Attachments {
  private final JdbcClient jdbc;
  private final Sealer sealer;

  Attachments(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /** By id; what is not there, or is another patient's, is left out. */
  public Map<String, AttachmentView> of(PatientId patientId, Collection<String> attachmentIds) {
    if (attachmentIds.isEmpty()) {
      return Map.of();
    }
    Map<String, AttachmentView> views = new HashMap<>();
    jdbc.sql(
            """
            select * from view.attachment
             where attachment_id = any (:attachments) and patient_id = :patient
            """)
        .param("attachments", attachmentIds.toArray(String[]::new))
        .param("patient", patientId.value())
        .query(row -> {
          views.put(row.getString("attachment_id"), view(row));
        });
    return views;
  }

  AttachmentView view(ResultSet row) throws SQLException {
    List<Rendition> renditions = Renditions.read(row.getString("renditions"));
    return new AttachmentView(
        new AttachmentId(row.getString("attachment_id")),
        name(row),
        FileKind.valueOf(row.getString("kind")),
        row.getLong("size"),
        row.getInt("pages"),
        row.getBoolean("names_another_patient"),
        thumbnail(renditions).orElse(null),
        renditions.stream().filter(r -> r.kind() == Rendition.Kind.DISPLAY).toList(),
        row.getString("failure"));
  }

  /** Blank once its key is destroyed. */
  String name(ResultSet row) throws SQLException {
    Subject subject =
        Subject.of(
            new DocumentId(row.getString("document_id")),
            new PatientId(row.getString("patient_id")));
    return sealer
        .sealed(subject, row.getBytes("sealed_facts"), FileFacts.class)
        .read()
        .map(FileFacts::name)
        .orElse("");
  }

  private static Optional<Rendition> thumbnail(List<Rendition> renditions) {
    return renditions.stream().filter(r -> r.kind() == Rendition.Kind.THUMBNAIL).findFirst();
  }
}
