package jp.tsunagaru.axon.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was signed about the first {@code size} entries of a log.
 *
 * @param time as it was signed, in UTC
 * @param previous fingerprint of the head before, zeros for the first
 */
record Head(
    String log,
    long size,
    byte[] root,
    byte[] chain,
    String time,
    byte[] previous,
    byte[] signature) {
  static final byte[] NOTHING_BEFORE = new byte[Hashes.SIZE];

  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"log\":\"([a-z]+)\",\"size\":(\\d+),\"root\":\"(\\p{XDigit}{64})\",\"chain\":\"(\\p{XDigit}{64})\",\"time\":\"([^\"]+)\",\"previous\":\"(\\p{XDigit}{64})\",\"signature\":\"([^\"]+)\".*");

  static byte[] signedText(
      String log, long size, byte[] root, byte[] chain, String time, byte[] previous) {
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

  byte[] signedText() {
    return signedText(log, size, root, chain, time, previous);
  }

  Instant at() {
    return Instant.parse(time);
  }

  byte[] fingerprint() {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update(signedText());
    return sha256.digest(signature);
  }

  boolean same(Head other) {
    return Arrays.equals(signedText(), other.signedText())
        && Arrays.equals(signature, other.signature);
  }

  /**
   * @param leaves those of the entries since the head before: they tell a verifier which entry is
   *     the bad one, whatever else was changed
   */
  String line(List<byte[]> leaves) {
    byte[] joined = new byte[leaves.size() * Hashes.SIZE];
    for (int i = 0; i < leaves.size(); i++) {
      System.arraycopy(leaves.get(i), 0, joined, i * Hashes.SIZE, Hashes.SIZE);
    }
    return begun() + ",\"leaves\":\"" + Base64.getEncoder().encodeToString(joined) + "\"}";
  }

  /** Without leaf hashes. */
  String line() {
    return begun() + "}";
  }

  private String begun() {
    return "{\"log\":\""
        + log
        + "\",\"size\":"
        + size
        + ",\"root\":\""
        + HEX.formatHex(root)
        + "\",\"chain\":\""
        + HEX.formatHex(chain)
        + "\",\"time\":\""
        + time
        + "\",\"previous\":\""
        + HEX.formatHex(previous)
        + "\",\"signature\":\""
        + Base64.getEncoder().encodeToString(signature)
        + "\"";
  }

  static Head read(String line) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      throw new IllegalStateException("a line of the signed heads is damaged");
    }
    return new Head(
        fields.group(1),
        Long.parseLong(fields.group(2)),
        HEX.parseHex(fields.group(3)),
        HEX.parseHex(fields.group(4)),
        fields.group(5),
        HEX.parseHex(fields.group(6)),
        Base64.getDecoder().decode(fields.group(7)));
  }
}
