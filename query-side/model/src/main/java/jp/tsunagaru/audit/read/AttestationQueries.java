package jp.tsunagaru.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.audit.query.Attestation;
import jp.tsunagaru.audit.query.AttestationList;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.AttestationTasks;
import jp.tsunagaru.audit.query.AttestedAccount;
import jp.tsunagaru.audit.query.FindAttestationTasks;
import jp.tsunagaru.audit.query.GetAttestation;
import jp.tsunagaru.audit.query.ListAttestations;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attestations of rights as a facility's administrator, the city and its auditor see them. */
@Component
class AttestationQueries {
  private static final Duration UNUSED = Duration.ofDays(90);

  private static final String ACCOUNTS =
      """
      select a.account_id, a.login_id, a.family, a.given, a.family_kana, a.given_kana, a.issued_at,
             (select max(s.at) from view.sign_in s
               where s.account_id = a.account_id and s.succeeded) as last_sign_in
        from view.account a
       where a.facility_id = ? and a.deactivated_at is null
       order by a.kana_key, a.account_id\
      """;

  private static final String ANSWERS =
      """
      select c.*, coalesce(n.name, '') as confirmed_name
        from view.rights_confirmation c
        left join view.account n on n.account_id = c.confirmed_by
       where c.facility_id = ?
       order by c.fiscal_year, c.quarter\
      """;

  private final JdbcClient jdbc;
  private final Attestations attestations;
  private final RightsInUse inUse;
  private final Clock clock;

  AttestationQueries(JdbcClient jdbc, Attestations attestations, RightsInUse inUse, Clock clock) {
    this.jdbc = jdbc;
    this.attestations = attestations;
    this.inUse = inUse;
    this.clock = clock;
  }

  @QueryHandler
  Attestation handle(GetAttestation query, MetaData metaData) {
    FacilityId facility = new FacilityId(Viewer.origin(metaData).facilityId());
    AttestationRow row =
        attestations.of(facility).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    return new Attestation(row, accounts(facility, row));
  }

  @QueryHandler
  AttestationList handle(ListAttestations query) {
    return new AttestationList(attestations.all());
  }

  @QueryHandler
  AttestationTasks handle(FindAttestationTasks query, MetaData metaData) {
    Origin origin = Viewer.origin(metaData);
    boolean answers =
        origin.has(Role.FACILITY_ADMIN.name()) || origin.has(Role.CITY_OPERATOR.name());
    boolean city = origin.has(Role.CITY_OPERATOR.name()) || origin.has(Role.CITY_AUDITOR.name());
    return new AttestationTasks(
        answers
            ? attestations.of(new FacilityId(origin.facilityId())).stream().findFirst().orElse(null)
            : null,
        city ? (int) Attestations.count(attestations.all(), AttestationState.OVERDUE) : 0);
  }

  private record Answer(
      FiscalQuarter quarter, AttestationVerdict verdict, HeldRights held, String by, Instant at) {}

  private List<AttestedAccount> accounts(FacilityId facility, AttestationRow row) {
    Map<AccountId, HeldRights> held =
        inUse.of(facility).stream()
            .collect(Collectors.toMap(HeldRights::accountId, Function.identity()));
    Map<AccountId, Answer> now = new HashMap<>();
    Map<AccountId, Answer> before = new HashMap<>();
    for (Answer answer : answers(facility)) {
      (answer.quarter().equals(row.quarter()) ? now : before)
          .put(answer.held().accountId(), answer);
    }
    boolean attested = !before.isEmpty();
    Set<AccountId> uncorrected = attestations.uncorrected(facility);
    return jdbc
        .sql(ACCOUNTS)
        .param(facility.value())
        .query((found, number) -> {
          AccountId id = new AccountId(found.getString("account_id"));
          return new Known(id, name(found), at(found, "issued_at"), maybe(found, "last_sign_in"));
        })
        .list()
        .stream()
        .filter(known -> held.containsKey(known.id()))
        .map(known ->
            account(
                known,
                Objects.requireNonNull(held.get(known.id())),
                now.get(known.id()),
                before.get(known.id()),
                attested,
                uncorrected.contains(known.id())))
        .toList();
  }

  private record Known(
      AccountId id, PersonName name, Instant issuedAt, @Nullable Instant lastSignIn) {}

  private AttestedAccount account(
      Known known,
      HeldRights held,
      @Nullable Answer now,
      @Nullable Answer before,
      boolean attested,
      boolean uncorrected) {
    Instant since = clock.instant().minus(UNUSED);
    Instant last = known.lastSignIn();
    return new AttestedAccount(
        held,
        known.name(),
        last,
        known.issuedAt().isBefore(since) && (last == null || last.isBefore(since)),
        before == null ? null : before.held(),
        attested && before == null,
        now == null ? null : now.verdict(),
        now == null ? "" : now.by(),
        now == null ? null : now.at(),
        uncorrected);
  }

  /** The oldest first, so that the latest former one stays. */
  private List<Answer> answers(FacilityId facility) {
    return jdbc.sql(ANSWERS)
        .param(facility.value())
        .query((row, number) ->
            new Answer(
                new FiscalQuarter(row.getInt("fiscal_year"), row.getInt("quarter")),
                AttestationVerdict.valueOf(row.getString("verdict")),
                Attestations.held(row),
                row.getString("confirmed_name"),
                at(row, "confirmed_at")))
        .list();
  }

  /** An account whose name was erased is still shown by its id. */
  private static PersonName name(ResultSet row) throws SQLException {
    String family = row.getString("family");
    return new PersonName(
        family.isEmpty() ? row.getString("login_id") : family,
        row.getString("given"),
        row.getString("family_kana"),
        row.getString("given_kana"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
