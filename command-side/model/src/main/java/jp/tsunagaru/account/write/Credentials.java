package jp.tsunagaru.account.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hashes in {@code guard.credential}, written in the transaction of the command and in no event.
 */
@Component
class Credentials {
  /** AC-03. */
  static final Duration ONE_TIME = Duration.ofHours(72);

  private static final int REMEMBERED = 5;
  private static final int SHORTEST_ONE_TIME = 8;

  private final JdbcClient jdbc;
  private final PasswordHashing hashing;
  private final Clock clock;

  Credentials(JdbcClient jdbc, PasswordHashing hashing, Clock clock) {
    this.jdbc = jdbc;
    this.hashing = hashing;
    this.clock = clock;
  }

  /** Gives a one-time password; whatever password the account had is void. */
  void giveOneTime(AccountId account, Secret oneTime) {
    if (oneTime.value().length() < SHORTEST_ONE_TIME) {
      throw PasswordRules.refusal(PasswordRules.Rule.LENGTH);
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into guard.credential as old (account_id, password_hash, password_since, one_time_until)
            values (?, ?, ?, ?)
            on conflict (account_id) do update set
              previous_hashes = case when old.one_time_until is null
                then (old.password_hash || old.previous_hashes)[1:5]
                else old.previous_hashes end,
              password_hash = excluded.password_hash, password_since = excluded.password_since,
              one_time_until = excluded.one_time_until, one_time_used_at = null\
            """)
        .params(
            account.value(),
            hashing.hash(oneTime),
            Timestamps.of(now),
            Timestamps.of(now.plus(ONE_TIME)))
        .update();
  }

  boolean isCurrent(AccountId account, Secret secret) {
    return hashing.matches(secret, stored(account).map(Stored::hash));
  }

  /** Refuses the password in use and the four before it. */
  void replace(AccountId account, Secret replacement) {
    Stored stored =
        stored(account).orElseThrow(() -> new IllegalStateException("no credential is kept"));
    List<String> recent = new ArrayList<>(List.of(stored.hash()));
    recent.addAll(stored.previous());
    for (String hash : recent.subList(0, Math.min(REMEMBERED, recent.size()))) {
      if (hashing.matches(replacement, Optional.of(hash))) {
        throw new Refused(RefusalCode.PASSWORD_REUSED);
      }
    }
    List<String> kept = stored.oneTime() ? stored.previous() : recent;
    jdbc.sql(
            """
            update guard.credential set password_hash = ?, password_since = ?, one_time_until = null,
              one_time_used_at = null, previous_hashes = ? where account_id = ?\
            """)
        .params(
            hashing.hash(replacement),
            Timestamps.of(clock.instant()),
            kept.stream().limit(REMEMBERED).toArray(String[]::new),
            account.value())
        .update();
  }

  private Optional<Stored> stored(AccountId account) {
    return jdbc.sql(
            """
            select password_hash, one_time_until, previous_hashes from guard.credential
            where account_id = ?\
            """)
        .param(account.value())
        .query((rs, row) ->
            new Stored(
                rs.getString("password_hash"),
                Timestamps.read(rs, "one_time_until").isPresent(),
                List.of((String[]) rs.getArray("previous_hashes").getArray())))
        .optional();
  }

  private record Stored(String hash, boolean oneTime, List<String> previous) {}
}
