package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the facilities stand with the attestation of their rights (C-07). Nobody has to open a
 * quarter: every facility with an account in use owes one in each, from the one in which it was
 * registered; what was missed is late until the quarter of today is signed.
 */
@Component
public class Attestations {
  private static final String STANDING =
      """
      select f.facility_id, f.name, f.registered_at, s.fiscal_year, s.quarter, s.needed,
             s.to_correct, s.signed_at, coalesce(n.name, '') as signed_name,
             count(a.account_id) as users, count(c.account_id) as answered
        from view.facility f
        join view.account a on a.facility_id = f.facility_id and a.deactivated_at is null
        left join view.rights_confirmation c
          on c.account_id = a.account_id and c.fiscal_year = :year and c.quarter = :quarter
        left join lateral (
          select * from view.attestation t
           where t.facility_id = f.facility_id
           order by t.fiscal_year desc, t.quarter desc limit 1) s on true
        left join view.account n on n.account_id = s.signed_by
       where :facility = '' or f.facility_id = :facility
       group by f.facility_id, s.fiscal_year, s.quarter, s.needed, s.to_correct, s.signed_at, n.name
       order by f.facility_id <> :city, f.name_key, f.facility_id\
      """;

  private static final String TO_CORRECT =
      """
      select * from (
        select distinct on (c.account_id) c.*
          from view.rights_confirmation c
          join view.account a on a.account_id = c.account_id and a.deactivated_at is null
         where :facility = '' or c.facility_id = :facility
         order by c.account_id, c.fiscal_year desc, c.quarter desc) latest
       where verdict <> :needed\
      """;

  private final JdbcClient jdbc;
  private final RightsInUse inUse;
  private final Clock clock;
  private final int days;

  Attestations(
      JdbcClient jdbc,
      RightsInUse inUse,
      Clock clock,
      @Value("${tsunagaru.attestation.days:30}") int days) {
    this.jdbc = jdbc;
    this.inUse = inUse;
    this.clock = clock;
    this.days = days;
  }

  /** How they stand together. */
  public record Standing(long done, long due, long overdue, long corrections) {}

  public Standing standing() {
    List<AttestationRow> all = all();
    return new Standing(
        count(all, AttestationState.DONE),
        count(all, AttestationState.DUE),
        count(all, AttestationState.OVERDUE),
        all.stream().mapToLong(AttestationRow::corrections).sum());
  }

  static long count(List<AttestationRow> rows, AttestationState state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  /** The city's own office first. */
  public List<AttestationRow> all() {
    return rows("");
  }

  List<AttestationRow> of(FacilityId facilityId) {
    return rows(facilityId.value());
  }

  FiscalQuarter quarter() {
    return FiscalQuarter.of(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ReviewPeriods.JAPAN);
  }

  /** Accounts of the facility with a 要是正 that nobody has carried out yet. */
  Set<AccountId> uncorrected(FacilityId facilityId) {
    return uncorrected(facilityId.value()).getOrDefault(facilityId.value(), Set.of());
  }

  private Map<String, Set<AccountId>> uncorrected(String facility) {
    Map<String, List<Marked>> marked =
        jdbc
            .sql(TO_CORRECT)
            .param("facility", facility)
            .param("needed", AttestationVerdict.NEEDED.name())
            .query((row, number) ->
                new Marked(
                    row.getString("facility_id"),
                    AttestationVerdict.valueOf(row.getString("verdict")),
                    held(row)))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Marked::facility));
    Map<String, Set<AccountId>> left = new HashMap<>();
    marked.forEach((id, accounts) -> left.put(id, left(accounts, inUse.of(new FacilityId(id)))));
    return left;
  }

  private record Marked(String facility, AttestationVerdict verdict, HeldRights held) {}

  private static Set<AccountId> left(List<Marked> marked, List<HeldRights> today) {
    Map<AccountId, HeldRights> held =
        today.stream().collect(Collectors.toMap(HeldRights::accountId, Function.identity()));
    Set<AccountId> left = new HashSet<>();
    for (Marked each : marked) {
      HeldRights now = held.get(each.held().accountId());
      if (now != null
          && (each.verdict() == AttestationVerdict.STOP_ACCOUNT || !each.held().reducedTo(now))) {
        left.add(now.accountId());
      }
    }
    return left;
  }

  private List<AttestationRow> rows(String facility) {
    FiscalQuarter quarter = quarter();
    Map<String, Set<AccountId>> uncorrected = uncorrected(facility);
    return jdbc.sql(STANDING)
        .param("facility", facility)
        .param("city", FacilityId.CITY.value())
        .param("year", quarter.year())
        .param("quarter", quarter.quarter())
        .query((row, number) -> standing(row, quarter, uncorrected))
        .list();
  }

  private AttestationRow standing(
      ResultSet row, FiscalQuarter quarter, Map<String, Set<AccountId>> uncorrected)
      throws SQLException {
    AttestationRow.Signature last = signature(row);
    LocalDate registered =
        LocalDate.ofInstant(
            row.getObject("registered_at", OffsetDateTime.class).toInstant(), ReviewPeriods.JAPAN);
    FiscalQuarter owed = last == null ? FiscalQuarter.of(registered) : last.quarter().next();
    LocalDate due = due(owed, registered);
    String facility = row.getString("facility_id");
    return new AttestationRow(
        new FacilityId(facility),
        row.getString("name"),
        quarter,
        owed.compareTo(quarter) > 0
            ? AttestationState.DONE
            : today().isAfter(due) ? AttestationState.OVERDUE : AttestationState.DUE,
        due,
        row.getInt("users"),
        row.getInt("answered"),
        uncorrected.getOrDefault(facility, Set.of()).size(),
        last);
  }

  /** Whoever joins late in a quarter gets as many days. */
  private LocalDate due(FiscalQuarter owed, LocalDate registered) {
    LocalDate usual = owed.first().plusDays(days - 1L);
    LocalDate joined = registered.plusDays(days);
    return joined.isAfter(usual) ? joined : usual;
  }

  private static AttestationRow.@Nullable Signature signature(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("signed_at", OffsetDateTime.class);
    return at == null
        ? null
        : new AttestationRow.Signature(
            new FiscalQuarter(row.getInt("fiscal_year"), row.getInt("quarter")),
            row.getString("signed_name"),
            at.toInstant(),
            row.getInt("needed"),
            row.getInt("to_correct"));
  }

  static HeldRights held(ResultSet row) throws SQLException {
    return new HeldRights(
        new AccountId(row.getString("account_id")),
        Profession.valueOf(row.getString("profession")),
        codes(row, "roles", Role::valueOf),
        codes(row, "rights", Right::valueOf),
        row.getInt("teams"),
        row.getInt("groups"));
  }

  private static <T> Set<T> codes(ResultSet row, String column, Function<String, T> of)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(of)
        .collect(Collectors.toUnmodifiableSet());
  }
}
