package jp.tsunagaru.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any history, then any tampering: it is found and the right entry named. */
class VerifierTest {
  @TempDir private Path folder;

  /** A failed test says its seed; {@code -Dtsunagaru.test.seed} repeats it. */
  static LongStream seeds() {
    Long one = Long.getLong("tsunagaru.test.seed");
    return one == null ? RandomGenerator.getDefault().longs(25) : LongStream.of(one);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void an_honest_history_verifies(long seed) throws IOException {
    History history = History.random(new Random(seed));

    Report report = verified(history);

    assertThat(report.finding()).isEmpty();
    assertThat(report.entries()).isEqualTo(history.entries.size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_flipped_bit_names_its_entry(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int at = random.nextInt(history.entries.size());
    byte[] entry = history.entries.get(at).clone();
    entry[random.nextInt(entry.length)] ^= (byte) (1 << random.nextInt(8));
    history.entries.set(at, entry);

    assertThat(found(history)).contains(at(Finding.Kind.ALTERED, at));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_deleted_entry_is_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int at = random.nextInt(history.entries.size() - 1);
    history.entries.remove(at);

    assertThat(found(history)).contains(at(Finding.Kind.DELETED, at));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void an_inserted_entry_is_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int at = random.nextInt(history.entries.size() + 1);
    byte[] forged =
        random.nextBoolean() && at > 0
            ? history.entries.get(random.nextInt(at))
            : History.entry(at, random);
    history.entries.add(at, forged);

    assertThat(found(history)).contains(at(Finding.Kind.INSERTED, at));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void entries_in_another_order_are_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int one = random.nextInt(history.entries.size() - 1);
    int other = one + 1 + random.nextInt(history.entries.size() - one - 1);
    if (random.nextBoolean()) {
      Collections.swap(history.entries, one, other);
    } else {
      history.entries.add(other, history.entries.remove(one));
    }

    assertThat(found(history)).contains(at(Finding.Kind.REORDERED, one));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_tail_that_was_cut_off_is_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int kept = random.nextInt(history.entries.size());
    history.entries.subList(kept, history.entries.size()).clear();

    assertThat(found(history)).contains(at(Finding.Kind.TRUNCATED, kept));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_tail_cut_off_together_with_its_heads_shows_in_heads_kept_elsewhere(long seed)
      throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    history.entries.add(History.entry(history.entries.size(), random));
    history.sign(history.heads.getLast().at());
    Path elsewhere = history.heads(folder, "elsewhere", false);
    history.heads.removeLast();
    int kept = (int) history.heads.getLast().size();
    history.entries.subList(kept, history.entries.size()).clear();

    assertThat(found(history)).isEmpty();
    assertThat(found(history, elsewhere)).contains(at(Finding.Kind.TRUNCATED, kept));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void two_heads_of_one_size_are_a_fork(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int which = random.nextInt(history.heads.size());
    Head head = history.heads.get(which);
    History other = history.copy();
    other.entries.set((int) head.size() - 1, History.entry(0, random));
    Head forked =
        other.signed(
            (int) head.size(),
            head.at(),
            head.previous(),
            which == 0 ? 0 : (int) before(history, which));
    history.heads.add(which + 1 + random.nextInt(history.heads.size() - which), forked);

    assertThat(found(history)).contains(at(Finding.Kind.FORKED, (int) head.size()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_history_rewritten_with_the_key_shows_in_heads_kept_elsewhere(long seed)
      throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    Path elsewhere = history.heads(folder, "elsewhere", random.nextBoolean());
    int at = random.nextInt(history.entries.size());
    History rewritten = history.copy();
    rewritten.entries.set(at, History.entry(at, random));
    rewritten.heads.clear();
    for (Head head : history.heads) {
      rewritten.heads.add(
          rewritten.signed(
              (int) head.size(),
              head.at(),
              rewritten.heads.isEmpty()
                  ? new byte[Hashes.SIZE]
                  : rewritten.heads.getLast().fingerprint(),
              rewritten.heads.isEmpty() ? 0 : (int) rewritten.heads.getLast().size()));
    }
    int noticed =
        history.heads.stream()
            .mapToInt(head -> (int) head.size())
            .filter(s -> s > at)
            .min()
            .orElseThrow();

    assertThat(found(rewritten)).isEmpty();
    assertThat(found(rewritten, elsewhere)).contains(at(Finding.Kind.FORKED, noticed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_clock_that_went_back_is_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    history.entries.add(History.entry(history.entries.size(), random));
    history.sign(history.heads.getLast().at().minusMillis(1 + random.nextInt(100_000)));
    int size = history.entries.size();
    history.entries.add(History.entry(size, random));
    history.sign(Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(found(history)).contains(at(Finding.Kind.CLOCK_BACK, size));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void without_leaf_hashes_the_range_is_named(long seed) throws IOException {
    Random random = new Random(seed);
    History history = History.random(random);
    int at = random.nextInt(history.entries.size());
    history.entries.set(at, History.entry(at, random));
    long from =
        history.heads.stream().mapToLong(Head::size).filter(size -> size <= at).max().orElse(0);
    long to =
        history.heads.stream().mapToLong(Head::size).filter(size -> size > at).min().orElseThrow();

    assertThat(verified(history.export(folder), history.heads(folder, "heads", false)).finding())
        .contains(new Finding(Finding.Kind.ALTERED_BETWEEN, from, to - 1, Envelope.NONE));
  }

  @Test
  void the_heads_themselves_are_checked() throws IOException {
    Random random = new Random(1);
    History missing = History.random(random);
    for (int i = 0; i < 2; i++) {
      missing.entries.add(History.entry(missing.entries.size(), random));
      missing.sign(missing.heads.getLast().at());
    }
    missing.heads.remove(missing.heads.size() - 2);
    assertThat(found(missing).map(Place::kind)).contains(Finding.Kind.HEAD_MISSING);

    History unsigned = History.random(random);
    Head head = unsigned.heads.getFirst();
    unsigned.heads.set(
        0,
        new Head(
            head.log(),
            head.size(),
            head.root(),
            head.chain(),
            "2026-11-01T00:00:00Z",
            head.previous(),
            new byte[64],
            head.leaves()));
    assertThat(found(unsigned).map(Place::kind)).contains(Finding.Kind.SIGNATURE);

    History leaves = History.random(random);
    Head first = leaves.heads.getFirst();
    byte[] altered = first.leaves().clone();
    altered[5] ^= 1;
    leaves.heads.set(
        0,
        new Head(
            first.log(),
            first.size(),
            first.root(),
            first.chain(),
            first.time(),
            first.previous(),
            first.signature(),
            altered));
    assertThat(found(leaves).map(Place::kind)).contains(Finding.Kind.LEAVES_DAMAGED);
  }

  @Test
  void a_length_that_was_changed_names_its_entry() throws IOException {
    History history = History.random(new Random(2));
    Path export = history.export(folder);
    byte[] bytes = Files.readAllBytes(export);
    int second =
        "tsunagaru export 1 domain\n".length() + Integer.BYTES + history.entries.getFirst().length;
    bytes[second] ^= 0x7f;
    Files.write(export, bytes);

    assertThat(place(verified(export, history.heads(folder, "heads", true))))
        .contains(at(Finding.Kind.ALTERED, 1));
  }

  @Test
  void the_entry_is_named_in_words() throws IOException {
    History history = History.random(new Random(3));
    history.entries.add(2, History.entry(7_000, new Random(4)));

    assertThat(verified(history).finding().orElseThrow().envelope().eventId())
        .startsWith("event-7000-");
  }

  @Test
  void the_tree_is_that_of_the_certificate_logs() {
    List<String> inputs =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    List<String> roots =
        List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < inputs.size(); i++) {
      tree.append(History.leaf(HexFormat.of().parseHex(inputs.get(i))), 0);
      assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(roots.get(i));
    }
  }

  private record Place(Finding.Kind kind, long position) {}

  private static Place at(Finding.Kind kind, int position) {
    return new Place(kind, position);
  }

  private static long before(History history, int which) {
    return history.heads.get(which - 1).size();
  }

  private Optional<Place> found(History history) throws IOException {
    return place(verified(history));
  }

  private Optional<Place> found(History history, Path elsewhere) throws IOException {
    try (Verifier verifier =
        new Verifier(history.export(folder), history.heads(folder, "heads", true), publicKey())) {
      assertThat(verifier.witness(elsewhere)).isEmpty();
      return place(verifier.verify());
    }
  }

  private Report verified(History history) throws IOException {
    return verified(history.export(folder), history.heads(folder, "heads", true));
  }

  private Report verified(Path export, Path heads) throws IOException {
    try (Verifier verifier = new Verifier(export, heads, publicKey())) {
      return verifier.verify();
    }
  }

  private PublicKey publicKey() throws IOException {
    return PublicKeys.read(History.publicKey(folder));
  }

  private static Optional<Place> place(Report report) {
    return report.finding().map(found -> new Place(found.kind(), found.position()));
  }
}
