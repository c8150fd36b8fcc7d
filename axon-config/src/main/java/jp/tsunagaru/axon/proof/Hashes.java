package jp.tsunagaru.axon.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256 as the log uses it: a leaf begins with 0, an inner node with 1 (RFC 9162, 2.1.1), a link
 * of the chain with 2, so that none can be taken for another.
 */
final class Hashes {
  static final int SIZE = 32;

  private Hashes() {}

  static byte[] empty() {
    return sha256().digest();
  }

  static byte[] leaf(byte[] entry) {
    return hash((byte) 0, entry);
  }

  static byte[] node(byte[] left, byte[] right) {
    return hash((byte) 1, left, right);
  }

  static byte[] link(byte[] chain, byte[] leaf) {
    return hash((byte) 2, chain, leaf);
  }

  private static byte[] hash(byte kind, byte[]... parts) {
    MessageDigest sha256 = sha256();
    sha256.update(kind);
    Arrays.stream(parts).forEach(sha256::update);
    return sha256.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
