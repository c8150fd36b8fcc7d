package jp.tsunagaru.account.write;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords, a few at a time: each costs memory and processor time on purpose, and a wave of
 * sign-ins must not take the machine away from those who are at work.
 */
final class PasswordHashing {
  static final int LONGEST = 256;
  private static final long PATIENCE_SECONDS = 10;

  private final PasswordEncoder encoder;
  private final Semaphore places;
  private final String nobody;

  PasswordHashing(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.places = new Semaphore(atOnce, true);
    this.nobody = encoded("nobody has this password");
  }

  String hash(Secret secret) {
    enter();
    try {
      return encoded(plain(secret));
    } finally {
      places.release();
    }
  }

  /** Takes the same time whether there is a hash to compare with or not (AC-10). */
  boolean matches(Secret secret, Optional<String> hash) {
    enter();
    try {
      String plain = plain(secret);
      boolean usable = plain.length() <= LONGEST * 2;
      boolean equal = encoder.matches(usable ? plain : "", hash.orElse(nobody));
      return equal && usable && hash.isPresent();
    } finally {
      places.release();
    }
  }

  /** One password typed on two keyboards is one password: full-width letters are the plain ones. */
  static String plain(Secret secret) {
    return Normalizer.normalize(secret.value(), Normalizer.Form.NFKC);
  }

  private String encoded(String plain) {
    return Objects.requireNonNull(encoder.encode(plain));
  }

  private void enter() {
    boolean entered = false;
    try {
      entered = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!entered) {
      throw new Refused(RefusalCode.UNAVAILABLE);
    }
  }
}
