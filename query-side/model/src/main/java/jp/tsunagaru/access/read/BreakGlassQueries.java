package jp.tsunagaru.access.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.access.query.BreakGlassState;
import jp.tsunagaru.access.query.FindBreakGlassSwitch;
import jp.tsunagaru.access.query.ListMyOpenings;
import jp.tsunagaru.access.query.ListOpenings;
import jp.tsunagaru.access.query.ListOpeningsForMe;
import jp.tsunagaru.access.query.ListOpeningsOf;
import jp.tsunagaru.access.query.MyOpening;
import jp.tsunagaru.access.query.MyOpenings;
import jp.tsunagaru.access.query.Opening;
import jp.tsunagaru.access.query.Openings;
import jp.tsunagaru.access.query.TeamOpening;
import jp.tsunagaru.access.query.TeamOpenings;
import jp.tsunagaru.access.query.WatchOpenings;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChanges;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 緊急閲覧, as its user, the team and the city ask about it. */
@Component
class BreakGlassQueries {
  private static final String MINE =
      """
      select break_glass_id, patient_id, opened_at,
             least(until, coalesce(closed_at, until)) as ends_at
        from guard.break_glass
       where account_id = ?
       order by opened_at desc
       limit 20
      """;

  private static final String OF_PATIENT =
      """
      select b.*, coalesce(a.name, '') as name, coalesce(f.name, '') as facility
        from view.break_glass b
        left join view.account a on a.account_id = b.account_id
        left join view.facility f on f.facility_id = b.facility_id
       where b.verdict = '' and b.patient_id = :patient
       order by b.opened_at desc
       limit 20
      """;

  private static final String OF_MY_PATIENTS =
      """
      select b.*, coalesce(a.name, '') as name, coalesce(f.name, '') as facility
        from view.break_glass b
        join view.sharing s on s.patient_id = b.patient_id and s.state = 'SHARED'
        left join view.account a on a.account_id = b.account_id
        left join view.facility f on f.facility_id = b.facility_id
       where b.verdict = '' and b.account_id <> :me
         and exists (
           select 1 from view.reach r
            where r.patient_id = b.patient_id and r.account_id = :me
              and :today between r.valid_from and r.valid_to)
       order by b.opened_at desc
       limit 20
      """;

  private static final String OF_CITY =
      """
      select b.*, coalesce(a.name, '') as name, coalesce(f.name, '') as facility,
             coalesce(p.name, '') as patient, coalesce(r.name, '') as reviewer
        from view.break_glass b
        left join view.account a on a.account_id = b.account_id
        left join view.facility f on f.facility_id = b.facility_id
        left join view.patient p on p.patient_id = b.patient_id
        left join view.account r on r.account_id = b.reviewer_id
       where b.opened_at >= :from and b.opened_at < :to
       order by b.verdict <> '', b.opened_at desc
       limit 500
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;

  BreakGlassQueries(JdbcClient jdbc, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
  }

  @QueryHandler
  BreakGlassState handle(FindBreakGlassSwitch query) {
    return jdbc.sql("select enabled, minutes from guard.break_glass_switch")
        .query(
            (row, number) -> new BreakGlassState(row.getBoolean("enabled"), row.getInt("minutes")))
        .single();
  }

  /** From the table of the decisions: who has just opened a record goes on to it at once. */
  @QueryHandler
  MyOpenings handle(ListMyOpenings query, MetaData metaData) {
    Instant now = clock.instant();
    return new MyOpenings(
        jdbc.sql(MINE)
            .param(Viewer.origin(metaData).accountId())
            .query((row, number) ->
                new MyOpening(
                    new BreakGlassId(row.getString("break_glass_id")),
                    new PatientId(row.getString("patient_id")),
                    at(row, "opened_at"),
                    at(row, "ends_at"),
                    at(row, "ends_at").isAfter(now)))
            .list());
  }

  @QueryHandler
  TeamOpenings handle(ListOpeningsOf query) {
    return new TeamOpenings(
        jdbc.sql(OF_PATIENT)
            .param("patient", query.patientId().value())
            .query((row, number) -> forTeam(row))
            .list());
  }

  @QueryHandler
  TeamOpenings handle(ListOpeningsForMe query, MetaData metaData) {
    return new TeamOpenings(
        jdbc.sql(OF_MY_PATIENTS)
            .param("me", Viewer.origin(metaData).accountId())
            .param("today", LocalDate.now(clock))
            .query((row, number) -> forTeam(row))
            .list());
  }

  @QueryHandler
  Openings handle(ListOpenings query) {
    return new Openings(
        jdbc.sql(OF_CITY)
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC))
            .query((row, number) -> forCity(row))
            .list());
  }

  @QueryHandler
  PatientChanges handle(WatchOpenings query) {
    return PatientChanges.NONE;
  }

  private TeamOpening forTeam(ResultSet row) throws SQLException {
    Instant end = at(row, "ends_at");
    return new TeamOpening(
        new BreakGlassId(row.getString("break_glass_id")),
        new PatientId(row.getString("patient_id")),
        new AccountId(row.getString("account_id")),
        row.getString("name"),
        row.getString("facility"),
        EmergencyReason.valueOf(row.getString("reason")),
        at(row, "opened_at"),
        end,
        end.isAfter(clock.instant()));
  }

  private Opening forCity(ResultSet row) throws SQLException {
    Instant now = clock.instant();
    Instant end = at(row, "ends_at");
    String verdict = row.getString("verdict");
    PatientId patientId = new PatientId(row.getString("patient_id"));
    return new Opening(
        new BreakGlassId(row.getString("break_glass_id")),
        row.getString("patient"),
        row.getString("name"),
        row.getString("facility"),
        EmergencyReason.valueOf(row.getString("reason")),
        text(patientId, row.getBytes("sealed_explanation")),
        at(row, "opened_at"),
        end,
        end.isAfter(now),
        verdict.isEmpty() ? null : ReviewVerdict.valueOf(verdict),
        text(patientId, row.getBytes("sealed_findings")),
        row.getString("reviewer"),
        verdict.isEmpty() ? null : at(row, "reviewed_at"),
        verdict.isEmpty() && end.plus(Duration.ofDays(Opening.REVIEW_DAYS)).isBefore(now));
  }

  private String text(PatientId patientId, byte @Nullable [] sealed) {
    return sealed == null || sealed.length == 0
        ? ""
        : sealer.sealed(Subject.of(patientId), sealed, String.class).read().orElse("");
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
