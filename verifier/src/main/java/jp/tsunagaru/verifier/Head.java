package jp.tsunagaru.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * What was signed about the first {@code size} entries of a log.
 *
 * @param leaves the leaf hashes since the head before, one after the other; empty in a copy without
 *     them. They are not signed: the root vouches for them.
 */
record Head(
    String log,
    long size,
    byte[] root,
    byte[] chain,
    String time,
    byte[] previous,
    byte[] signature,
    byte[] leaves) {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] NO_LEAVES = {};

  /**
   * @throws UnreadableException when the line is no head
   */
  static Head read(String line) throws UnreadableException {
    Map<String, String> fields = Json.read(line);
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      String leaves = fields.get("leaves");
      Head head =
          new Head(
              field(fields, "log"),
              Long.parseLong(field(fields, "size")),
              HEX.parseHex(field(fields, "root")),
              HEX.parseHex(field(fields, "chain")),
              field(fields, "time"),
              HEX.parseHex(field(fields, "previous")),
              base64.decode(field(fields, "signature")),
              leaves == null ? NO_LEAVES : base64.decode(leaves));
      head.at();
      if (head.size < 0 || head.leaves.length % Hashes.SIZE != 0) {
        throw new UnreadableException("error.head");
      }
      return head;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableException("error.head");
    }
  }

  private static String field(Map<String, String> fields, String name) throws UnreadableException {
    String value = fields.get(name);
    if (value == null) {
      throw new UnreadableException("error.head");
    }
    return value;
  }

  Instant at() {
    return Instant.parse(time);
  }

  byte[] signed() {
    return String.join(
            "\n",
            "tsunagaru head 1",
            log,
            Long.toString(size),
            HEX.formatHex(root),
            HEX.formatHex(chain),
            time,
            HEX.formatHex(previous),
            "")
        .getBytes(StandardCharsets.UTF_8);
  }

  Head withoutLeaves() {
    return new Head(log, size, root, chain, time, previous, signature, NO_LEAVES);
  }

  boolean signedWith(PublicKey key) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(signed());
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** What the next head names as the one before. */
  byte[] fingerprint() {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update(signed());
    return sha256.digest(signature);
  }
}
