package jp.tsunagaru.account.write;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replaces a password for who knows the old one (第8条4). */
@Component
class PasswordChange {
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Credentials credentials;
  private final PasswordRules rules;
  private final SignInThrottle throttle;
  private final Clock clock;

  PasswordChange(
      JdbcClient jdbc,
      Sealer sealer,
      Credentials credentials,
      PasswordRules rules,
      SignInThrottle throttle,
      Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.credentials = credentials;
    this.rules = rules;
    this.throttle = throttle;
    this.clock = clock;
  }

  void replace(AccountId account, LoginId loginId, Secret current, Secret replacement) {
    Instant now = clock.instant();
    String key = throttle.accountKey(account);
    // An unattended screen is no place to try passwords at leisure either.
    throttle
        .attempt(key, SignInThrottle.PER_ID, now)
        .ifPresent(wait -> {
          throw new Refused(
              RefusalCode.SIGN_IN_THROTTLED, Map.of("seconds", Long.toString(wait.toSeconds())));
        });
    if (!credentials.isCurrent(account, current)) {
      throw new Refused(RefusalCode.PASSWORD_WRONG);
    }
    throttle.succeeded(key);
    rules.check(replacement, loginId, names(account), false);
    credentials.replace(account, replacement);
  }

  private List<String> names(AccountId account) {
    return jdbc.sql(
            """
            select a.sealed_name, coalesce(f.name, '') facility from guard.account a
            left join guard.facility f using (facility_id) where a.account_id = ?\
            """)
        .param(account.value())
        .query((rs, row) ->
            Stream.concat(
                    Stream.of(rs.getString("facility")),
                    sealer
                        .sealed(Subject.of(account), rs.getBytes("sealed_name"), PersonName.class)
                        .read()
                        .stream()
                        .flatMap(name ->
                            Stream.of(
                                name.family(), name.given(), name.familyKana(), name.givenKana())))
                .filter(name -> !name.isBlank())
                .toList())
        .optional()
        .orElse(List.of());
  }
}
