package jp.tsunagaru.patient.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.tsunagaru.patient.query.ExtendedSchemaList;
import jp.tsunagaru.patient.query.ListExtendedSchemas;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The course of the schemas of 拡張情報 (PT-08). */
@Component
class ExtendedSchemaQueries {
  private static final String COURSE =
      """
      select s.version, s.effective_from, s.at, s.dropped_at,
             coalesce(a.name, '') as name, coalesce(d.name, '') as dropped_by
        from view.extended_schema s
        left join view.account a on a.account_id = s.account_id
        left join view.account d on d.account_id = s.dropped_by
       order by s.version desc
      """;

  private final JdbcClient jdbc;

  ExtendedSchemaQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  ExtendedSchemaList handle(ListExtendedSchemas query) {
    return new ExtendedSchemaList(
        jdbc.sql(COURSE)
            .query((row, number) -> {
              Instant dropped = instant(row, "dropped_at");
              return new ExtendedSchemaList.Version(
                  row.getInt("version"),
                  row.getObject("effective_from", LocalDate.class),
                  row.getString("name"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  dropped == null ? null : row.getString("dropped_by"),
                  dropped);
            })
            .list());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
