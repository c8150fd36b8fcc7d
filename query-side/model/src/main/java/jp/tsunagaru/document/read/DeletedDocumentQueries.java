package jp.tsunagaru.document.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.read.TeamAccess;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.DeletedDocument;
import jp.tsunagaru.document.query.DeletedDocuments;
import jp.tsunagaru.document.query.DocumentKind;
import jp.tsunagaru.document.query.ListDeletedDocuments;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 削除文書管理 (DL-01). Members who may restore see what it was; who only approves 完全削除 sees that there
 * is something to approve, and nothing clinical.
 */
@Component
class DeletedDocumentQueries {
  private static final int MOST_ROWS = 500;

  private static final String MAY_RESTORE =
      """
      coalesce(
        (t.author_id = :me or t.facility_id = :facility) and %s
          and (exists (
              select 1 from view.reach r
                join view.sharing s on s.patient_id = r.patient_id and s.state = 'SHARED'
               where r.patient_id = t.patient_id and r.account_id = :me
                 and :today between r.valid_from and r.valid_to
                 and 'DELETE' = any (r.rights))
            or %s),
        false)\
      """
          .formatted(Viewer.SEES, TeamAccess.PROVISIONAL);

  private static final String ROWS =
      """
      select *
        from (
          select d.*, t.occurred_on, t.author_id, t.form_version, t.support, coalesce(p.name, '') as patient_name, dv.sealed_article,
                 %s as may_restore,
                 d.purge_requested_by is not null
                   and (:city or :administrator and t.facility_id = :facility) as may_decide,
                 coalesce(author.name, '') as author,
                 coalesce(deleter.name, '')
                   as deleter,
                 coalesce(asker.name, '') as asker
            from view.deleted_document d
            join view.timeline_entry t on t.document_id = d.document_id and t.state = 'DELETED'
            join view.document_version dv
              on dv.document_id = t.document_id and dv.version = t.version
            left join view.patient p on p.patient_id = d.patient_id
            left join view.account author on author.account_id = t.author_id
            left join view.account deleter on deleter.account_id = d.deleted_by
            left join view.account asker on asker.account_id = d.purge_requested_by
           where :city or t.facility_id = :facility or t.author_id = :me) listed
       where may_restore or may_decide
       order by deleted_at desc, document_id
       limit :limit
      """
          .formatted(MAY_RESTORE);

  private final JdbcClient jdbc;
  private final TeamAccess access;
  private final Articles articles;

  DeletedDocumentQueries(JdbcClient jdbc, TeamAccess access, Articles articles) {
    this.jdbc = jdbc;
    this.access = access;
    this.articles = articles;
  }

  @QueryHandler
  DeletedDocuments handle(ListDeletedDocuments query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    Map<String, Object> parameters = new HashMap<>(access.viewer(origin).parameters());
    parameters.put("facility", origin.facilityId());
    parameters.put("city", origin.has(Role.CITY_OPERATOR.name()));
    parameters.put("administrator", origin.has(Role.FACILITY_ADMIN.name()));
    parameters.put("today", access.today());
    parameters.put("limit", MOST_ROWS);
    List<DeletedDocument> documents =
        jdbc.sql(ROWS)
            .params(parameters)
            .query((row, number) -> document(row, origin.accountId()))
            .list();
    return new DeletedDocuments(documents);
  }

  private static DocumentKind kind(ResultSet row) throws SQLException {
    if (row.getBoolean("support")) {
      return DocumentKind.SUPPORT;
    }
    return row.getString("form_version") == null ? DocumentKind.ARTICLE : DocumentKind.FORM;
  }

  private DeletedDocument document(ResultSet row, String actor) throws SQLException {
    String id = row.getString("document_id");
    String patient = row.getString("patient_id");
    boolean mayRestore = row.getBoolean("may_restore");
    String requester = row.getString("purge_requested_by");
    return new DeletedDocument(
        new DocumentId(id),
        new PatientId(patient),
        kind(row),
        mayRestore ? row.getString("patient_name") : "",
        mayRestore
            ? articles
                .open(id, patient, row.getBytes("sealed_article"), row.getString("form_version"))
                .content()
                .title()
            : "",
        row.getObject("occurred_on", LocalDate.class),
        row.getString("author"),
        row.getObject("deleted_at", OffsetDateTime.class).toInstant(),
        row.getString("deleter"),
        DeletionReason.valueOf(row.getString("reason")),
        mayRestore ? articles.openText(id, patient, row.getBytes("sealed_note")) : "",
        requester != null,
        row.getString("asker"),
        mayRestore,
        mayRestore && requester == null,
        row.getBoolean("may_decide") && !actor.equals(requester));
  }
}
