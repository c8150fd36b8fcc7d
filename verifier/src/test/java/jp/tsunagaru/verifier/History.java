package jp.tsunagaru.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** An invented log: its entries and the heads that were signed while it grew, by the book. */
final class History {
  private static final KeyPair KEY = key();
  private static final HexFormat HEX = HexFormat.of();
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  final List<byte[]> entries = new ArrayList<>();
  final List<Head> heads = new ArrayList<>();

  static History random(Random random) {
    History history = new History();
    int size = 4 + random.nextInt(random.nextInt(10) == 0 ? 700 : 60);
    Instant now = BEGIN;
    while (history.entries.size() < size) {
      int more = Math.min(size - history.entries.size(), 1 + random.nextInt(25));
      for (int i = 0; i < more; i++) {
        history.entries.add(entry(history.entries.size(), random));
      }
      now = now.plusMillis(random.nextInt(60_000));
      history.sign(now);
    }
    return history;
  }

  History copy() {
    History copy = new History();
    copy.entries.addAll(entries);
    copy.heads.addAll(heads);
    return copy;
  }

  void sign(Instant time) {
    int from = heads.isEmpty() ? 0 : (int) heads.getLast().size();
    heads.add(
        signed(
            entries.size(),
            time,
            heads.isEmpty() ? new byte[Hashes.SIZE] : heads.getLast().fingerprint(),
            from));
  }

  /** A head over the first entries as they are now. */
  Head signed(int size, Instant time, byte[] previous, int leavesFrom) {
    List<byte[]> leaves = entries.subList(0, size).stream().map(History::leaf).toList();
    byte[] chain = new byte[Hashes.SIZE];
    for (byte[] leaf : leaves) {
      chain = hash(new byte[] {2}, chain, leaf);
    }
    Head unsigned =
        new Head(
            "domain",
            size,
            root(leaves),
            chain,
            time.toString(),
            previous,
            new byte[0],
            joined(leaves.subList(leavesFrom, size)));
    return signed(unsigned);
  }

  static Head signed(Head head) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(KEY.getPrivate());
      ed25519.update(head.signed());
      return new Head(
          head.log(),
          head.size(),
          head.root(),
          head.chain(),
          head.time(),
          head.previous(),
          ed25519.sign(),
          head.leaves());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As RFC 9162 defines it, not as it is computed. */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return hash();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    return hash(
        new byte[] {1}, root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
  }

  static byte[] leaf(byte[] entry) {
    return hash(new byte[] {0}, entry);
  }

  static byte[] entry(int number, Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(1);
      text(out, "domain");
      out.writeLong(10L + 3L * number);
      text(out, "event-" + number + "-" + random.nextInt());
      text(out, "Document");
      text(out, "doc_" + random.nextInt());
      out.writeLong(random.nextInt(9));
      text(out, "2026-11-01T00:00:00.000Z");
      text(out, "jp.tsunagaru.document.event.DocumentConfirmed");
      out.writeInt(-1);
      byte[] sealed = new byte[random.nextInt(2_000)];
      random.nextBytes(sealed);
      out.writeInt(sealed.length);
      out.write(sealed);
      out.writeInt(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  Path export(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write("tsunagaru export 1 domain\n".getBytes(StandardCharsets.US_ASCII));
    for (byte[] entry : entries) {
      out.writeInt(entry.length);
      out.write(entry);
    }
    return Files.write(folder.resolve("domain.export"), bytes.toByteArray());
  }

  Path heads(Path folder, String name, boolean withLeaves) throws IOException {
    List<String> lines = heads.stream().map(head -> line(head, withLeaves)).toList();
    return Files.write(folder.resolve(name), lines);
  }

  static Path publicKey(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("public-key.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  private static String line(Head head, boolean withLeaves) {
    Base64.Encoder base64 = Base64.getEncoder();
    return "{\"log\":\"%s\",\"size\":%d,\"root\":\"%s\",\"chain\":\"%s\",\"time\":\"%s\",\"previous\":\"%s\",\"signature\":\"%s\"%s}"
        .formatted(
            head.log(),
            head.size(),
            HEX.formatHex(head.root()),
            HEX.formatHex(head.chain()),
            head.time(),
            HEX.formatHex(head.previous()),
            base64.encodeToString(head.signature()),
            withLeaves ? ",\"leaves\":\"" + base64.encodeToString(head.leaves()) + "\"" : "");
  }

  static byte[] joined(List<byte[]> parts) {
    byte[] all = new byte[parts.size() * Hashes.SIZE];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(parts.get(i), 0, all, i * Hashes.SIZE, Hashes.SIZE);
    }
    return all;
  }

  private static byte[] hash(byte[]... parts) {
    MessageDigest sha256 = Hashes.sha256();
    Arrays.stream(parts).forEach(sha256::update);
    return sha256.digest();
  }

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
