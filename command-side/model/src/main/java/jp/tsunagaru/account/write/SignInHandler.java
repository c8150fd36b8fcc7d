package jp.tsunagaru.account.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 別紙1①. It works in short transactions of its own: a refused sign-in is counted and recorded
 * although its command is rolled back, and no transaction is open while a password is hashed. What
 * an unknown id meets is what a wrong password meets (AC-10).
 */
@Component
class SignInHandler {
  private static final String PASSWORD_FACTOR = "pwd";

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final PasswordHashing hashing;
  private final SignInThrottle throttle;
  private final AccessHistory history;
  private final Clock clock;
  private final TransactionTemplate ownTransaction;

  SignInHandler(
      JdbcClient jdbc,
      Sealer sealer,
      PasswordHashing hashing,
      SignInThrottle throttle,
      AccessHistory history,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.hashing = hashing;
    this.throttle = throttle;
    this.history = history;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @CommandHandler
  SignedIn handle(SignIn command, MetaData metadata) {
    Origin visitor = Origin.from(metadata).orElseGet(() -> Origin.visitor(""));
    String session = Check.required("session", command.session(), 128);
    String loginId = normalised(command.loginId());
    Instant now = clock.instant();
    Optional<Candidate> candidate = inOwn(() -> find(loginId));
    String known = candidate.map(found -> found.accountId().value()).orElse("");
    String idKey = throttle.idKey(loginId);
    String addressKey = throttle.addressKey(visitor.address());

    Optional<Duration> pause =
        throttle
            .pause(addressKey, now)
            .or(() -> throttle.attempt(idKey, SignInThrottle.PER_ID, now));
    if (pause.isPresent()) {
      history.append(new SignInFailed(known, "THROTTLED"), visitor);
      throw new Refused(
          RefusalCode.SIGN_IN_THROTTLED, Map.of("seconds", Long.toString(pause.get().toSeconds())));
    }

    boolean right = hashing.matches(command.password(), candidate.map(Candidate::hash));
    if (!right || candidate.isEmpty() || candidate.get().deactivated()) {
      throttle.failed(addressKey, SignInThrottle.PER_ADDRESS, now);
      String reason = candidate.isEmpty() ? "UNKNOWN_ID" : right ? "INACTIVE" : "WRONG_PASSWORD";
      history.append(new SignInFailed(known, reason), visitor);
      throw new Refused(RefusalCode.SIGN_IN_FAILED);
    }
    Candidate person = candidate.get();
    if (person.oneTimeUntil() != null && !inOwn(() -> useOneTime(person, now))) {
      history.append(new SignInFailed(known, "ONE_TIME_PASSWORD_EXPIRED"), visitor);
      throw new Refused(RefusalCode.ONE_TIME_PASSWORD_EXPIRED);
    }
    // Recorded first: a session that nobody can prove must not exist.
    history.append(
        new SignInSucceeded(person.accountId()), person.origin(session, visitor.address()));
    inOwn(() ->
        jdbc.sql(
                """
                insert into guard.session (session, account_id, started_at, address)
                values (?, ?, ?, ?)\
                """)
            .params(session, person.accountId().value(), Timestamps.of(now), visitor.address())
            .update());
    throttle.succeeded(idKey);
    return person.signedIn(name(person));
  }

  private Optional<Candidate> find(String loginId) {
    return jdbc.sql(
            """
            select a.*, c.password_hash, c.one_time_until, coalesce(f.name, '') facility
            from guard.account a join guard.credential c using (account_id)
            left join guard.facility f using (facility_id) where a.login_id = ?\
            """)
        .param(loginId)
        .query((rs, row) -> Candidate.of(rs))
        .optional();
  }

  /** One statement decides, so that of two who come at once only one gets in (AC-03). */
  private boolean useOneTime(Candidate person, Instant now) {
    return jdbc.sql(
                """
                update guard.credential set one_time_used_at = ?
                where account_id = ? and password_hash = ? and one_time_used_at is null
                  and one_time_until > ?\
                """)
            .params(
                Timestamps.of(now), person.accountId().value(), person.hash(), Timestamps.of(now))
            .update()
        == 1;
  }

  private String name(Candidate person) {
    return sealer
        .sealed(Subject.of(person.accountId()), person.sealedName(), PersonName.class)
        .read()
        .map(PersonName::full)
        .orElse("");
  }

  private static String normalised(String loginId) {
    return Normalizer.normalize(loginId, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  private <T> T inOwn(Supplier<T> work) {
    return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
  }

  private record Candidate(
      AccountId accountId,
      FacilityId facilityId,
      Set<Role> roles,
      Profession profession,
      boolean deactivated,
      boolean mustChangePassword,
      boolean mustPledge,
      byte[] sealedName,
      String facility,
      String hash,
      @Nullable Instant oneTimeUntil) {

    static Candidate of(ResultSet rs) throws SQLException {
      return new Candidate(
          new AccountId(rs.getString("account_id")),
          new FacilityId(rs.getString("facility_id")),
          Arrays.stream((String[]) rs.getArray("roles").getArray())
              .map(Role::valueOf)
              .collect(Collectors.toUnmodifiableSet()),
          Profession.valueOf(rs.getString("profession")),
          rs.getString("state").equals("DEACTIVATED"),
          rs.getBoolean("must_change_password"),
          rs.getBoolean("must_pledge"),
          rs.getBytes("sealed_name"),
          rs.getString("facility"),
          rs.getString("password_hash"),
          Timestamps.read(rs, "one_time_until").orElse(null));
    }

    Origin origin(String session, String address) {
      return new Origin(
          accountId.value(),
          facilityId.value(),
          roles.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
          profession.name(),
          session,
          address,
          PASSWORD_FACTOR);
    }

    SignedIn signedIn(String displayName) {
      return new SignedIn(
          accountId,
          facilityId,
          roles,
          profession,
          displayName,
          facility,
          mustChangePassword,
          mustPledge);
    }
  }
}
