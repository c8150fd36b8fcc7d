package jp.tsunagaru.kernel;

import java.security.SecureRandom;

/**
 * Makes the 26 characters behind an id's prefix: 10 for the millisecond, 16 of 80 random bits, in
 * Crockford's base 32. Later ids sort behind earlier ones, which keeps index pages warm.
 *
 * <p>Ids are made where a command is made, never in an aggregate, so that a repeated command means
 * the same thing.
 */
public final class Ids {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static String next(String prefix) {
    return next(prefix, System.currentTimeMillis());
  }

  static String next(String prefix, long millis) {
    StringBuilder id = new StringBuilder(prefix.length() + 27).append(prefix).append('_');
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(ALPHABET[(int) (millis >>> shift) & 31]);
    }
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    for (byte b : random) {
      id.append(ALPHABET[b & 31]);
    }
    return id.toString();
  }
}
