package jp.tsunagaru.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The same key gives the same id and the same chances on every machine: a filling that was cut
 * short goes on where it was.
 */
final class FixedIds {
  private static final String SEED = "tsunagaru-demo-1";
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;

  private FixedIds() {}

  /** An id of this prefix, see {@code jp.tsunagaru.kernel.Id}. */
  static String of(String prefix, String key) {
    byte[] hash = hash(prefix + ':' + key);
    StringBuilder id = new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET[hash[i] & 31]);
    }
    return id.toString();
  }

  static long seed(String key) {
    return ByteBuffer.wrap(hash("chance:" + key)).getLong();
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((SEED + '/' + key).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
