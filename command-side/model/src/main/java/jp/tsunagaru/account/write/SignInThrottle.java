package jp.tsunagaru.account.write;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down (AC-10), for ids that exist and ids that do not alike. It counts in
 * transactions of its own, since the command that fails is rolled back, and in the database, since
 * a restart must not forgive.
 */
@Component
class SignInThrottle {
  static final int PER_ID = 5;

  /** Everybody of a facility may share one address, so it has more patience than an id. */
  static final int PER_ADDRESS = 25;

  private static final Subject KEY_SUBJECT = new Subject("sys_sign-in", null);
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final TransactionTemplate ownTransaction;
  private volatile @Nullable SecretKey key;

  SignInThrottle(JdbcClient jdbc, Sealer sealer, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  String idKey(String loginId) {
    return keyed("id:" + loginId);
  }

  String addressKey(String address) {
    return keyed("address:" + address);
  }

  String accountKey(AccountId account) {
    return keyed("account:" + account.value());
  }

  /**
   * Answers how long to wait, or counts the attempt as failed already, so that many at the same
   * moment count as many; {@link #succeeded} forgives.
   */
  Optional<Duration> attempt(String key, int limit, Instant now) {
    return inOwn(() -> {
      ThrottleState state = locked(key, now);
      Optional<Duration> pause = state.pause(now);
      if (pause.isEmpty()) {
        save(key, state.failed(now, limit), now);
      }
      return pause;
    });
  }

  Optional<Duration> pause(String key, Instant now) {
    return inOwn(() -> find(key, "").flatMap(state -> state.pause(now)));
  }

  void failed(String key, int limit, Instant now) {
    inOwn(() -> {
      save(key, locked(key, now).failed(now, limit), now);
      return key;
    });
  }

  void succeeded(String key) {
    inOwn(() -> jdbc.sql("delete from guard.sign_in_throttle where key = ?").param(key).update());
  }

  private ThrottleState locked(String key, Instant now) {
    jdbc.sql("delete from guard.sign_in_throttle where last_at < ? and key <> ?")
        .params(Timestamps.of(now.minus(KEPT)), key)
        .update();
    jdbc.sql(
            """
            insert into guard.sign_in_throttle (key, failed_at, level, blocked_until, last_at)
            values (?, '{}', 0, ?, ?) on conflict do nothing\
            """)
        .params(key, Timestamps.of(Instant.EPOCH), Timestamps.of(now))
        .update();
    return find(key, "for update").orElse(ThrottleState.CLEAN);
  }

  private Optional<ThrottleState> find(String key, String lock) {
    return jdbc.sql(
            "select failed_at, level, blocked_until from guard.sign_in_throttle where key = ? "
                + lock)
        .param(key)
        .query((rs, row) -> state(rs))
        .optional();
  }

  private static ThrottleState state(ResultSet rs) throws SQLException {
    List<Instant> failures =
        Arrays.stream((Timestamp[]) rs.getArray("failed_at").getArray())
            .map(Timestamp::toInstant)
            .toList();
    return new ThrottleState(
        failures, rs.getInt("level"), Timestamps.read(rs, "blocked_until").orElse(Instant.EPOCH));
  }

  private void save(String key, ThrottleState state, Instant now) {
    jdbc.sql(
            """
            update guard.sign_in_throttle
            set failed_at = ?::timestamptz[], level = ?, blocked_until = ?, last_at = ?
            where key = ?\
            """)
        .params(
            state.failures().stream()
                .map(Timestamps::of)
                .map(OffsetDateTime::toString)
                .toArray(String[]::new),
            state.level(),
            Timestamps.of(state.blockedUntil()),
            Timestamps.of(now),
            key)
        .update();
  }

  private <T> T inOwn(Supplier<T> work) {
    return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
  }

  private String keyed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC is not available", e);
    }
  }

  private SecretKey key() throws NoSuchAlgorithmException {
    SecretKey known = key;
    if (known == null) {
      byte[] fresh = KeyGenerator.getInstance("HmacSHA256").generateKey().getEncoded();
      known = new SecretKeySpec(inOwn(() -> stored(fresh)), "HmacSHA256");
      key = known;
    }
    return known;
  }

  /** The installation's own key, sealed, so that the table alone tells nothing. */
  private byte[] stored(byte[] fresh) {
    Optional<byte[]> sealed = sealedKey();
    if (sealed.isEmpty()) {
      jdbc.sql("insert into guard.sign_in_key (sealed) values (?) on conflict do nothing")
          .param(sealer.sealBytes(KEY_SUBJECT, fresh))
          .update();
      sealed = sealedKey();
    }
    return sealed
        .flatMap(bytes -> sealer.openBytes(KEY_SUBJECT, bytes))
        .orElseThrow(() -> new IllegalStateException("the key of the sign-in throttle is gone"));
  }

  private Optional<byte[]> sealedKey() {
    return jdbc.sql("select sealed from guard.sign_in_key")
        .query((rs, row) -> rs.getBytes(1))
        .optional();
  }
}
