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

  private final MessageDigest sha256 = sha256();

  void leaf(byte[] entry, int offset, int length, byte[] into, int at) {
    sha256.update((byte) 0);
    sha256.update(entry, offset, length);
    end(into, at);
  }

  /** The node may take the place of one of its children. */
  void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] into, int at) {
    sha256.update((byte) 1);
    sha256.update(left, leftAt, SIZE);
    sha256.update(right, rightAt, SIZE);
    end(into, at);
  }

  void link(byte[] chain, byte[] leaf, int leafAt) {
    sha256.update((byte) 2);
    sha256.update(chain);
    sha256.update(leaf, leafAt, SIZE);
    end(chain, 0);
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
