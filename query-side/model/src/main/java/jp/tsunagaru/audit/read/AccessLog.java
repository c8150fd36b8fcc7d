package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ReplayAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the accesses of a scope and period stand in the history. */
@Component
class AccessLog {
  /** Many patients in a short time look like rummaging (C-08). */
  private static final int MANY_PATIENTS = 20;

  private final JdbcClient jdbc;

  AccessLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Place(
      long position,
      String eventId,
      Instant at,
      String accountId,
      String patientId,
      String action,
      String result,
      boolean many) {}

  List<Place> places(ReplayAccess query, int limit) {
    return jdbc.sql(
            "select l.*, (select count(distinct b.patient_id) from view.access_log b"
                + " where l.patient_id <> '' and b.account_id = l.account_id"
                + " and b.at > l.at - interval '5 minutes' and b.at <= l.at"
                + " and b.patient_id <> '') as patients"
                + " from view.access_log l where "
                + within(query.scope())
                + " and l.position > :after order by l.position limit :limit")
        .param("id", query.id())
        .param("from", at(query.from()))
        .param("to", at(query.to()))
        .param("after", query.after())
        .param("limit", limit)
        .query((row, number) -> place(row))
        .list();
  }

  /** How many steps fall into each part of the period. */
  List<Integer> density(ReplayAccess query) {
    List<Integer> density = new ArrayList<>(Collections.nCopies(AccessReplay.PARTS, 0));
    jdbc.sql(
            "select least(width_bucket(extract(epoch from l.at), extract(epoch from cast(:from as timestamptz)),"
                + " extract(epoch from cast(:to as timestamptz)), :parts), :parts) as part, count(*) as steps"
                + " from view.access_log l where "
                + within(query.scope())
                + " group by 1")
        .param("id", query.id())
        .param("from", at(query.from()))
        .param("to", at(query.to()))
        .param("parts", AccessReplay.PARTS)
        .query(row -> {
          int part = Math.max(1, row.getInt("part"));
          density.set(part - 1, row.getInt("steps"));
        });
    return List.copyOf(density);
  }

  /** A sign-in happens before the hat is on: its facility is told by the account. */
  private static String within(AuditScope scope) {
    String whose =
        switch (scope) {
          case PATIENT -> "l.patient_id = :id";
          case ACCOUNT -> "l.account_id = :id";
          case FACILITY ->
              "(l.facility_id = :id or l.facility_id = '' and l.account_id in"
                  + " (select a.account_id from view.account a where a.facility_id = :id))";
        };
    return whose + " and l.at >= cast(:from as timestamptz) and l.at < cast(:to as timestamptz)";
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong("position"),
        row.getString("event_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("account_id"),
        row.getString("patient_id"),
        row.getString("action"),
        row.getString("result"),
        row.getInt("patients") > MANY_PATIENTS);
  }
}
