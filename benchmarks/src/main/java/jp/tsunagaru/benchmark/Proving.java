package jp.tsunagaru.benchmark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.verifier.Main;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.springframework.context.SmartLifecycle;

/** What the proof costs a post, and how fast a verifier goes beside plain SHA-256. */
final class Proving {
  private static final int ENTRIES_A_HEAD = 1_000;
  private static final int VERIFICATIONS = 3;
  private static final int MOST_WARM_UPS = 6;

  /** Of the time of a round by the clock: the compiler then has little left to do. */
  private static final double COMPILING = 0.05;

  private static final Way[][] ROUNDS = {
    {Way.BOTH, Way.SEALED, Way.NEITHER, Way.PROVEN},
    {Way.SEALED, Way.PROVEN, Way.BOTH, Way.NEITHER},
    {Way.PROVEN, Way.NEITHER, Way.SEALED, Way.BOTH},
    {Way.NEITHER, Way.BOTH, Way.PROVEN, Way.SEALED}
  };

  private final City city;
  private final Posting posting;
  private final Cpu cpu;

  Proving(City city, Posting posting, Cpu cpu) {
    this.city = city;
    this.posting = posting;
    this.cpu = cpu;
  }

  void run(Report report, double scale) throws Exception {
    cost(report, (int) Math.max(3, 10 * scale));
    verification(report, (int) (1_000_000 * scale));
  }

  /**
   * Every way is warmed up first, because the compiler takes as much as a fifth of the processor
   * before it is done, and more from whoever comes first; then each goes first, second, third and
   * last once and follows each of the others once, so that a growing database and whatever the
   * machine does beside it meet all of them alike.
   */
  private void cost(Report report, int seconds) throws Exception {
    double compiling = 1;
    for (int round = 0; round < MOST_WARM_UPS && compiling > COMPILING; round++) {
      double before = compiled();
      double took =
          seconds(() -> {
            for (Way way : Way.values()) {
              posted(way, seconds);
            }
          });
      compiling = (compiled() - before) / took;
    }
    Map<Way, List<Posted>> all = new EnumMap<>(Way.class);
    for (Way[] round : ROUNDS) {
      for (Way way : round) {
        all.computeIfAbsent(way, none -> new ArrayList<>()).add(posted(way, seconds));
      }
    }
    Way.BOTH.set(this);
    all.forEach((way, rounds) ->
        report.add(
            "f. posts " + way.name,
            Report.perSecond(rate(rounds)),
            used(rounds).per(posts(rounds))));
    List<Posted> with = Objects.requireNonNull(all.get(Way.BOTH));
    List<Posted> without = Objects.requireNonNull(all.get(Way.NEITHER));
    report.add(
        "f. cost of proof and sealing",
        "%.0f %%".formatted(100 * (1 - rate(with) / rate(without))),
        "rounds "
            + IntStream.range(0, ROUNDS.length)
                .mapToObj(i ->
                    "%.0f"
                        .formatted(
                            100 * (1 - with.get(i).perSecond() / without.get(i).perSecond())))
                .collect(Collectors.joining(", "))
            + " %, in processor time "
            + "%.0f %%".formatted(100 * (1 - micros(without) / micros(with)))
            + ", compiler busy for %.0f %% of the last warm-up".formatted(100 * compiling)
            + ", aim: 15 % at most");
  }

  /** Seconds since the start, by the clock and of all its threads together. */
  private static double compiled() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
  }

  private record Posted(double perSecond, long posts, Cpu.Used used) {}

  /** Whatever the posts leave to be done counts as theirs, and not as that of the next way. */
  private Posted posted(Way way, int seconds) throws Exception {
    way.set(this);
    Cpu.Used before = cpu.used();
    Posting.Measured measured = posting.posts(32, seconds);
    settled();
    return new Posted(measured.perSecond(), measured.nanos().length, cpu.used().minus(before));
  }

  private static double rate(List<Posted> rounds) {
    return rounds.stream().mapToDouble(Posted::perSecond).average().orElseThrow();
  }

  private static long posts(List<Posted> rounds) {
    return rounds.stream().mapToLong(Posted::posts).sum();
  }

  private static Cpu.Used used(List<Posted> rounds) {
    return rounds.stream().map(Posted::used).reduce(Cpu.Used::plus).orElseThrow();
  }

  private static double micros(List<Posted> rounds) {
    Cpu.Used used = used(rounds);
    return used.application().plus(used.database()).toNanos() / 1e3 / posts(rounds);
  }

  /** No read model moves any more, and the log has everything that was announced. */
  private void settled() throws InterruptedException {
    for (List<OptionalLong> before = List.of(), now = positions();
        !now.equals(before) || announced();
        now = positions()) {
      before = now;
      Thread.sleep(250);
    }
  }

  private List<OptionalLong> positions() {
    return RebuildRates.processors(city)
        .flatMap(processor -> processor.processingStatus().values().stream())
        .map(EventTrackerStatus::getCurrentPosition)
        .toList();
  }

  private boolean announced() {
    return city.jdbc()
        .sql("select exists (select 1 from proof.pending where log = 'domain')")
        .query(Boolean.class)
        .single();
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

    void set(Proving proving) throws InterruptedException {
      proving.prove(proof);
      proving.seal(sealing);
      proving.settled();
    }
  }

  /**
   * Without proof no event is announced and no appender runs. What was stored in the meantime is
   * announced afterwards: left out, it would be found, and the log would sign nothing more.
   */
  private void prove(boolean on) {
    SmartLifecycle appender = city.context().getBean("proofAppender", SmartLifecycle.class);
    if (on == appender.isRunning()) {
      return;
    }
    if (on) {
      trigger("enable");
      city.jdbc()
          .sql(
              """
              insert into proof.pending (log, event_index)
              select 'domain', e.global_index from store.domain_event_entry e
               where not exists (select 1 from proof.entry n
                                  where n.log = 'domain' and n.event_index = e.global_index)
              on conflict do nothing\
              """)
          .update();
      appender.start();
    } else {
      appender.stop();
      trigger("disable");
    }
  }

  private void trigger(String what) {
    city.jdbc()
        .sql(
            "alter table store.domain_event_entry %s trigger proof_of_domain_events"
                .formatted(what))
        .update();
  }

  /** Names of authors too: a post opens one. */
  private void seal(boolean on) {
    city.bean(SealingSwitch.class).off(!on);
    Sealer sealer = city.bean(Sealer.class);
    for (Origin person : city.people) {
      Subject subject = new Subject(person.accountId(), null);
      byte[] name =
          city.jdbc()
              .sql("select sealed_name from guard.account where account_id = ?")
              .param(person.accountId())
              .query((row, number) -> row.getBytes(1))
              .single();
      city.jdbc()
          .sql("update guard.account set sealed_name = ? where account_id = ?")
          .params(
              sealer.sealBytes(subject, sealer.openBytes(subject, name).orElseThrow()),
              person.accountId())
          .update();
    }
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
    for (int round = 0; round < VERIFICATIONS; round++) {
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
