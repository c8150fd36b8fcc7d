package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagaru.attachment.read.Attachments;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.consent.PaperPlace;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ConsentPapers;
import jp.tsunagaru.patient.query.GetConsentPapers;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signed sheets kept with a consent (PT-04). */
@Component
class ConsentPaperQueries {
  private static final String PAPERS =
      """
      select c.document_id, c.kept_at, c.files, c.sealed_place, coalesce(a.name, '') as name,
             coalesce(f.name, '') as facility
        from view.consent_paper c
        left join view.account a on a.account_id = c.kept_by
        left join view.facility f on f.facility_id = c.facility_id
       where c.patient_id = ?
       order by c.kept_at desc, c.document_id
      """;

  private final JdbcClient jdbc;
  private final Attachments attachments;
  private final Sealer sealer;

  ConsentPaperQueries(JdbcClient jdbc, Attachments attachments, Sealer sealer) {
    this.jdbc = jdbc;
    this.attachments = attachments;
    this.sealer = sealer;
  }

  @QueryHandler
  ConsentPapers handle(GetConsentPapers query) {
    return new ConsentPapers(
        jdbc.sql(PAPERS)
            .param(query.patientId().value())
            .query((row, number) -> paper(row, query.patientId()))
            .list());
  }

  private ConsentPapers.Paper paper(ResultSet row, PatientId patientId) throws SQLException {
    DocumentId documentId = new DocumentId(row.getString("document_id"));
    List<String> files = List.of((String[]) row.getArray("files").getArray());
    Map<String, AttachmentView> views = attachments.of(patientId, files);
    return new ConsentPapers.Paper(
        documentId,
        row.getObject("kept_at", OffsetDateTime.class).toInstant(),
        row.getString("name"),
        row.getString("facility"),
        sealer
            .sealed(
                Subject.of(documentId, patientId), row.getBytes("sealed_place"), PaperPlace.class)
            .read()
            .map(PaperPlace::location)
            .orElse(""),
        files.stream().map(views::get).filter(Objects::nonNull).toList());
  }
}
