package jp.tsunagaru.verifier;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 as the log uses it: a leaf begins with 0, an inner node with 1 (RFC 9162, 2.1.1), a link
 * of the chain with 2, so that none can be taken for another.
 */
final class Hashes {
  static final int SIZE = 32;

  private static final int PAIR = 1 + 2 * SIZE;

  private final MessageDigest sha256 = sha256();

  /** One call of the digest costs more than hashing a pair: its parts are put together first. */
  private final byte[] node = new byte[PAIR];

  private final byte[] link = new byte[PAIR];

  Hashes() {
    node[0] = 1;
    link[0] = 2;
  }

  void leaf(byte[] entry, int offset, int length, byte[] into, int at) {
    sha256.update((byte) 0);
    sha256.update(entry, offset, length);
    end(into, at);
  }

  /** The node may take the place of one of its children. */
  void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] into, int at) {
    pair(node, left, leftAt, right, rightAt);
    end(into, at);
  }

  void link(byte[] chain, byte[] leaf, int leafAt) {
    pair(link, chain, 0, leaf, leafAt);
    end(chain, 0);
  }

  private void pair(byte[] pair, byte[] left, int leftAt, byte[] right, int rightAt) {
    System.arraycopy(left, leftAt, pair, 1, SIZE);
    System.arraycopy(right, rightAt, pair, 1 + SIZE, SIZE);
    sha256.update(pair, 0, PAIR);
  }

  private void end(byte[] into, int at) {
    try {
      sha256.digest(into, at, SIZE);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
