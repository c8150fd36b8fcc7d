package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.Deeds;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.ListDeedsOf;
import jp.tsunagaru.audit.query.ListOverdueEducation;
import jp.tsunagaru.audit.query.ListUnusedAccounts;
import jp.tsunagaru.audit.query.ListViewersOf;
import jp.tsunagaru.audit.query.OverdueEducation;
import jp.tsunagaru.audit.query.PatientViewers;
import jp.tsunagaru.audit.query.UnusedAccounts;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an auditor asks about people: who saw whom, who did what, who is not there any more. */
@Component
class QuestionQueries {
  private static final int MOST = 1_000;
  private static final int MOST_READ = 20_000;
  private static final int MOST_ACCOUNTS = 500;
  private static final int MOST_GROUNDS = 5;

  private static final String UNUSED =
      """
      select a.name, a.login_id, a.roles, a.issued_at, coalesce(f.name, '') as facility,
             (select max(s.at) from view.sign_in s
               where s.account_id = a.account_id and s.succeeded) as last_at
        from view.account a
        left join view.facility f on f.facility_id = a.facility_id
       where a.deactivated_at is null and a.issued_at < :moment
         and not exists (
           select 1 from view.sign_in s
            where s.account_id = a.account_id and s.succeeded and s.at >= :moment)
       order by coalesce((select max(s.at) from view.sign_in s
                           where s.account_id = a.account_id and s.succeeded), a.issued_at),
                a.account_id
       limit :most\
      """;

  private final JdbcClient jdbc;
  private final AccessLog log;
  private final Steps steps;
  private final Clock clock;

  QuestionQueries(JdbcClient jdbc, AccessLog log, Steps steps, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.steps = steps;
    this.clock = clock;
  }

  @QueryHandler
  PatientViewers handle(ListViewersOf query) {
    AccessFilter about =
        AccessFilter.during(query.from(), query.to())
            .about(AuditScope.PATIENT, query.patientId().value());
    List<AccessLog.Row> rows = log.seenBefore(about, null, MOST_READ);
    Map<String, List<AccessStep>> persons =
        steps.told(rows).stream()
            .filter(step -> step.kind() != AccessKind.AUDIT)
            .collect(
                Collectors.groupingBy(
                    step -> step.result().equals("ALLOWED") ? step.accountId() : "",
                    LinkedHashMap::new,
                    Collectors.toList()));
    int refused = persons.getOrDefault("", List.of()).size();
    persons.remove("");
    return new PatientViewers(
        persons.values().stream().map(QuestionQueries::viewer).toList(),
        refused,
        rows.size() < MOST_READ);
  }

  /**
   * @param seen the latest first
   */
  private static PatientViewers.Viewer viewer(List<AccessStep> seen) {
    AccessStep latest = seen.getFirst();
    Set<Ground> grounds = new LinkedHashSet<>();
    for (AccessStep step : seen) {
      Ground ground = step.ground();
      if (ground != null && grounds.size() < MOST_GROUNDS) {
        // The right used differs from one access to the next; the ground is what let somebody in.
        grounds.add(
            new Ground(
                ground.consentId(),
                ground.consentedOn(),
                ground.grantId(),
                ground.grantedBy(),
                ground.grantedAt(),
                ground.group(),
                "VIEW",
                ground.breakGlassId()));
      }
    }
    return new PatientViewers.Viewer(
        latest.accountId(),
        latest.actor(),
        latest.facility(),
        latest.profession(),
        seen.size(),
        (int)
            seen.stream()
                .filter(
                    step -> step.kind() == AccessKind.PRINT || step.kind() == AccessKind.TAKE_OUT)
                .count(),
        seen.getLast().at(),
        latest.at(),
        List.copyOf(grounds));
  }

  @QueryHandler
  Deeds handle(ListDeedsOf query) {
    AccessFilter about =
        AccessFilter.during(query.from(), query.to())
            .about(AuditScope.ACCOUNT, query.accountId().value());
    List<AccessLog.Row> rows = log.after(about, null, MOST + 1);
    return new Deeds(
        steps.told(rows.subList(0, Math.min(MOST, rows.size()))).stream()
            .map(step ->
                new Deeds.Deed(
                    step.at(),
                    step.kind().change(),
                    step.action(),
                    step.patient().isEmpty() ? step.patientId() : step.patient(),
                    step.result(),
                    step.marks()))
            .toList(),
        rows.size() > MOST);
  }

  @QueryHandler
  UnusedAccounts handle(ListUnusedAccounts query) {
    Instant moment = clock.instant().minus(Duration.ofDays(query.days()));
    return new UnusedAccounts(
        jdbc.sql(UNUSED)
            .param("moment", moment.atOffset(ZoneOffset.UTC))
            .param("most", MOST_ACCOUNTS)
            .query((row, number) -> unused(row))
            .list(),
        jdbc.sql("select count(*) from view.account where deactivated_at is null")
            .query(Integer.class)
            .single());
  }

  private static UnusedAccounts.Unused unused(ResultSet row) throws SQLException {
    return new UnusedAccounts.Unused(
        row.getString("name"),
        row.getString("login_id"),
        row.getString("facility"),
        Set.of((String[]) row.getArray("roles").getArray()),
        at(row, "issued_at"),
        maybe(row, "last_at"));
  }

  /** Nothing here records education yet (第27条): nobody is told to be behind, nor not to be. */
  @QueryHandler
  OverdueEducation handle(ListOverdueEducation query) {
    return new OverdueEducation(
        false,
        jdbc.sql("select name from view.facility order by name_key, facility_id")
            .query(String.class)
            .list());
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
