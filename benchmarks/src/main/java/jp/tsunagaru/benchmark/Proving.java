package jp.tsunagaru.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import jp.tsunagaru.verifier.Main;

/** What the proof costs a post, and how fast a verifier goes beside plain SHA-256. */
final class Proving {
  private static final int ENTRIES_A_HEAD = 1_000;
  private static final int ROUNDS = 3;

  private final City city;
  private final Posting posting;

  Proving(City city, Posting posting) {
    this.city = city;
    this.posting = posting;
  }

  void run(Report report, double scale) throws Exception {
    cost(report, (int) Math.max(3, 10 * scale));
    verification(report, (int) (1_000_000 * scale));
  }

  /**
   * With the trigger off no event is announced, and the appender has nothing to do; with sealing
   * off no key is made and the value lies in the clear. Every way in turn, so that what the machine
   * does beside it meets all of them.
   */
  private void cost(Report report, int seconds) throws Exception {
    posting.posts(32, seconds);
    double[] rates = new double[Way.values().length];
    Cpu.Used[] used = new Cpu.Used[rates.length];
    long[] posted = new long[rates.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (Way way : Way.values()) {
        way.set(this);
        Posting.Measured measured = posting.posts(32, seconds);
        int i = way.ordinal();
        rates[i] += measured.perSecond() / ROUNDS;
        used[i] = used[i] == null ? measured.used() : used[i].plus(measured.used());
        posted[i] += measured.nanos().length;
      }
    }
    Way.BOTH.set(this);
    double plain = rates[Way.NEITHER.ordinal()];
    for (Way way : Way.values()) {
      int i = way.ordinal();
      report.add("f. posts " + way.name, Report.perSecond(rates[i]), used[i].per(posted[i]));
    }
    report.add(
        "f. cost of proof and sealing",
        "%.0f %%".formatted(100 * (1 - rates[Way.BOTH.ordinal()] / plain)),
        "aim: 15 % at most");
  }

  private enum Way {
    BOTH("with proof and sealing", true, true),
    SEALED("sealed, without proof", false, true),
    PROVEN("proven, not sealed", true, false),
    NEITHER("with neither", false, false);

    private final String name;
    private final boolean proof;
    private final boolean sealing;

    Way(String name, boolean proof, boolean sealing) {
      this.name = name;
      this.proof = proof;
      this.sealing = sealing;
    }

    void set(Proving proving) {
      proving.trigger(proof ? "enable" : "disable");
      proving.city.bean(SealingSwitch.class).off(!sealing);
    }
  }

  private void trigger(String what) {
    city.jdbc()
        .sql(
            "alter table store.domain_event_entry %s trigger proof_of_domain_events"
                .formatted(what))
        .update();
  }

  private void verification(Report report, int entries) throws Exception {
    int size =
        city.jdbc()
            .sql(
                """
                select avg(length(payload) + length(meta_data))::int + 300
                from store.domain_event_entry where payload_type like '%DocumentConfirmed'\
                """)
            .query(Integer.class)
            .single();
    Path folder = Files.createTempDirectory(Path.of("benchmark-data"), "proof");
    Path export = folder.resolve("domain.export");
    Path heads = folder.resolve("domain-heads.jsonl");
    Path key = folder.resolve("public-key.pem");
    written(export, heads, key, entries, size);
    String[] args = {"--english", export.toString(), heads.toString(), key.toString()};
    double verified = 0;
    double plain = 0;
    for (int round = 0; round < ROUNDS; round++) {
      plain = Math.max(plain, entries / seconds(() -> hashed(export)));
      verified = Math.max(verified, entries / seconds(() -> verified(args)));
    }
    String note = "entries of %d bytes".formatted(size);
    report.add("f. entries verified", Report.perSecond(verified), note + ", aim: 200,000");
    report.add("f. plain SHA-256 of the same file", Report.perSecond(plain), note);
    report.add(
        "f. verification / plain SHA-256",
        "%.0f %%".formatted(100 * verified / plain),
        "aim: 50 %");
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void verified(String[] args) {
    if (Main.run(args, new PrintStream(PrintStream.nullOutputStream())) != 0) {
      throw new IllegalStateException("the verifier found something");
    }
  }

  private static void hashed(Path file) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] block = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        sha256.update(block, 0, read);
      }
    }
    sha256.digest();
  }

  /** An export and its heads, by docs/operations/proof.md. */
  private static void written(Path export, Path heads, Path key, int entries, int size)
      throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        key,
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    Random random = new Random(1);
    byte[] entry = new byte[size];
    byte[] chain = new byte[32];
    byte[] previous = new byte[32];
    byte[] leaves = new byte[0];
    List<byte[]> edge = new ArrayList<>();
    HexFormat hex = HexFormat.of();
    Instant at = Instant.parse("2026-11-25T00:00:00Z");
    try (DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(export)));
        PrintStream lines =
            new PrintStream(Files.newOutputStream(heads), false, StandardCharsets.US_ASCII)) {
      out.write("tsunagaru export 1 domain\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < entries; i++) {
        random.nextBytes(entry);
        out.writeInt(size);
        out.write(entry);
        byte[] leaf = hash(0, entry);
        chain = hash(2, chain, leaf);
        leaves = joined(leaves, leaf);
        edge.add(leaf);
        for (int rest = i; (rest & 1) == 1; rest >>>= 1) {
          byte[] right = edge.removeLast();
          edge.add(hash(1, edge.removeLast(), right));
        }
        if ((i + 1) % ENTRIES_A_HEAD == 0 || i + 1 == entries) {
          byte[] root = edge.getLast();
          for (int left = edge.size() - 2; left >= 0; left--) {
            root = hash(1, edge.get(left), root);
          }
          byte[] text =
              "tsunagaru head 1\ndomain\n%d\n%s\n%s\n%s\n%s\n"
                  .formatted(
                      i + 1, hex.formatHex(root), hex.formatHex(chain), at, hex.formatHex(previous))
                  .getBytes(StandardCharsets.US_ASCII);
          Signature signature = Signature.getInstance("Ed25519");
          signature.initSign(pair.getPrivate());
          signature.update(text);
          byte[] signed = signature.sign();
          lines.printf(
              "{\"log\":\"domain\",\"size\":%d,\"root\":\"%s\",\"chain\":\"%s\",\"time\":\"%s\",\"previous\":\"%s\",\"signature\":\"%s\",\"leaves\":\"%s\"}%n",
              i + 1,
              hex.formatHex(root),
              hex.formatHex(chain),
              at,
              hex.formatHex(previous),
              Base64.getEncoder().encodeToString(signed),
              Base64.getEncoder().encodeToString(leaves));
          previous = MessageDigest.getInstance("SHA-256").digest(joined(text, signed));
          leaves = new byte[0];
        }
      }
    }
  }

  private static byte[] hash(int kind, byte[]... parts) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) kind);
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return sha256.digest();
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
