package jp.tsunagaru.document.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.read.Attachments;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Member;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.query.AttachmentView;
import jp.tsunagaru.document.query.DocumentVersion;
import jp.tsunagaru.document.query.Draft;
import jp.tsunagaru.document.query.FindDraft;
import jp.tsunagaru.document.query.GetReaders;
import jp.tsunagaru.document.query.GetVersions;
import jp.tsunagaru.document.query.Reader;
import jp.tsunagaru.document.query.Readers;
import jp.tsunagaru.document.query.Versions;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One document: its versions, its readers, and what is still being written. */
@Component
class DocumentQueries {
  private static final String SEEN =
      """
      select t.* from view.timeline_entry t
       where t.document_id = :document and t.patient_id = :patient and t.state = 'CONFIRMED'
         and %s
      """
          .formatted(Viewer.SEES);

  private static final String VERSIONS =
      "select dv.* from view.document_version dv join ("
          + SEEN
          + ") t on t.document_id = dv.document_id order by dv.version";

  private static final String DRAFT =
      """
      select document_id, sealed, saved_at from guard.draft
       where account_id = ? and patient_id = ? and kind = ?
       order by saved_at desc limit 1
      """;

  private final JdbcClient jdbc;
  private final TeamAccess access;
  private final Articles articles;
  private final Attachments attachments;
  private final Receipts receipts;
  private final Sealer sealer;

  DocumentQueries(
      JdbcClient jdbc,
      TeamAccess access,
      Articles articles,
      Attachments attachments,
      Receipts receipts,
      Sealer sealer) {
    this.jdbc = jdbc;
    this.access = access;
    this.articles = articles;
    this.attachments = attachments;
    this.receipts = receipts;
    this.sealer = sealer;
  }

  @QueryHandler
  Versions handle(GetVersions query, MetaData metaData) {
    List<Row> rows =
        jdbc.sql(VERSIONS)
            .params(parameters(query.documentId(), query.patientId(), metaData))
            .query((row, number) -> Row.of(row))
            .list();
    Map<String, AttachmentView> files =
        attachments.of(
            query.patientId(), rows.stream().flatMap(row -> row.attachments().stream()).toList());
    return new Versions(rows.stream().map(row -> version(row, query.patientId(), files)).toList());
  }

  /** TM-05: members only; who read it first stands first, who did not yet stands last. */
  @QueryHandler
  Readers handle(GetReaders query, MetaData metaData) {
    String id = query.documentId().value();
    Receipts.ByDocument shown = receipts.of(List.of(id));
    return jdbc.sql(SEEN)
        .params(parameters(query.documentId(), query.patientId(), metaData))
        .query((row, number) -> {
          Audience audience = TimelinePage.audience(row);
          String writer = row.getString("editor_id");
          return new Readers(
              access.members(query.patientId()).stream()
                  .filter(member -> !member.accountId().equals(writer))
                  .filter(member -> !member.profession().isEmpty())
                  .filter(audience::includes)
                  .map(member -> reader(member, shown.of(id, member.accountId())))
                  .sorted(
                      Comparator.comparing(
                          Reader::readAt, Comparator.nullsLast(Comparator.naturalOrder())))
                  .toList());
        })
        .optional()
        .orElseGet(() -> new Readers(List.of()));
  }

  @QueryHandler
  Draft handle(FindDraft query, MetaData metaData) {
    return jdbc.sql(DRAFT)
        .params(Viewer.origin(metaData).accountId(), query.patientId().value(), query.kind().name())
        .query((row, number) -> draft(row, query.patientId()))
        .optional()
        .orElseGet(() -> new Draft(null, "", null));
  }

  private Map<String, Object> parameters(
      DocumentId documentId, PatientId patientId, MetaData metaData) {
    Map<String, Object> parameters =
        new HashMap<>(access.viewer(Viewer.origin(metaData)).parameters());
    parameters.put("document", documentId.value());
    parameters.put("patient", patientId.value());
    return parameters;
  }

  private static Reader reader(Member member, Receipts.@Nullable Receipt receipt) {
    return new Reader(
        new AccountId(member.accountId()),
        member.name(),
        member.facility(),
        Profession.valueOf(member.profession()),
        receipt == null ? null : receipt.at(),
        receipt == null ? 0 : receipt.version());
  }

  private Draft draft(ResultSet row, PatientId patientId) throws SQLException {
    DocumentId documentId = new DocumentId(row.getString("document_id"));
    String text =
        sealer
            .openBytes(Subject.of(documentId, patientId), row.getBytes("sealed"))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    return new Draft(documentId, text, row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }

  private DocumentVersion version(Row row, PatientId patientId, Map<String, AttachmentView> files) {
    WrittenArticle article =
        articles.open(row.documentId(), patientId.value(), row.sealedArticle(), row.formVersion());
    return new DocumentVersion(
        new DocumentId(row.documentId()),
        row.version(),
        row.recordedAt().toInstant(),
        article.author(),
        Profession.valueOf(row.profession()),
        row.occurredOn(),
        article.content(),
        row.tags(),
        row.attachments().stream().map(files::get).filter(Objects::nonNull).toList(),
        articles.openText(row.documentId(), patientId.value(), row.sealedReason()));
  }

  private record Row(
      String documentId,
      long version,
      OffsetDateTime recordedAt,
      String profession,
      LocalDate occurredOn,
      Set<String> tags,
      List<String> attachments,
      byte[] sealedArticle,
      byte[] sealedReason,
      @Nullable String formVersion) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("document_id"),
          row.getLong("version"),
          row.getObject("recorded_at", OffsetDateTime.class),
          row.getString("profession"),
          row.getObject("occurred_on", LocalDate.class),
          Set.of(TimelinePage.texts(row.getArray("tags"))),
          List.of(TimelinePage.texts(row.getArray("attachments"))),
          row.getBytes("sealed_article"),
          row.getBytes("sealed_reason"),
          row.getString("form_version"));
    }
  }
}
