package jp.tsunagaru.audit.read;

import java.util.List;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubject;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.japanese.Wareki;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom an audit can be about. A name or its reading, in any spelling, or the very id. */
@Component
class SubjectQueries {
  private static final String PATIENTS =
      """
      select patient_id as id, name, kana, birth_date from view.patient
       where strpos(name_key, :name) > 0 or strpos(kana_key, :kana) > 0 or patient_id = :id
       order by kana_key, patient_id limit 50
      """;
  private static final String ACCOUNTS =
      """
      select a.account_id as id, a.name, a.login_id, coalesce(f.name, '') as facility
        from view.account a
        left join view.facility f on f.facility_id = a.facility_id
       where strpos(a.name_key, :name) > 0 or strpos(a.kana_key, :kana) > 0
          or a.account_id = :id or a.login_id = :id
       order by a.kana_key, a.account_id limit 50
      """;
  private static final String FACILITIES =
      """
      select facility_id as id, name, profile ->> 'address' as address from view.facility
       where strpos(name_key, :name) > 0 or name_key = :kana or facility_id = :id
       order by name_key, facility_id limit 50
      """;

  private static final String DOCUMENTS =
      """
      select d.document_id as id from view.access_log_document d
       where d.document_id = :id group by d.document_id
      """;

  private final JdbcClient jdbc;

  SubjectQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  AuditSubjects handle(FindAuditSubjects query) {
    String name = SearchKey.of(query.text());
    // Facilities are few: without a word all of them are offered.
    if (name.isEmpty() && query.scope() != AuditScope.FACILITY) {
      return new AuditSubjects(List.of());
    }
    String sql =
        switch (query.scope()) {
          case PATIENT -> PATIENTS;
          case ACCOUNT -> ACCOUNTS;
          case FACILITY -> FACILITIES;
          case DOCUMENT -> DOCUMENTS;
        };
    return new AuditSubjects(
        jdbc.sql(sql)
            .param("name", name)
            .param("kana", kana(query.text()))
            .param("id", query.text().strip())
            .query((row, number) ->
                new AuditSubject(
                    query.scope(),
                    row.getString("id"),
                    query.scope() == AuditScope.DOCUMENT
                        ? row.getString("id")
                        : row.getString("name"),
                    switch (query.scope()) {
                      case PATIENT -> Wareki.formatBoth(row.getDate("birth_date").toLocalDate());
                      case ACCOUNT -> row.getString("facility") + " " + row.getString("login_id");
                      case FACILITY -> row.getString("address");
                      case DOCUMENT -> "";
                    }))
            .list());
  }

  private static String kana(String text) {
    String key = SearchKey.kana(text);
    return key.isEmpty() ? SearchKey.of(text) : key;
  }
}
