package jp.tsunagaru.axon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {
  /** A failed test says its seed; {@code -Dtsunagaru.test.seed} repeats it. */
  static LongStream seeds() {
    Long one = Long.getLong("tsunagaru.test.seed");
    return one == null ? RandomGenerator.getDefault().longs(30) : LongStream.of(one);
  }

  private static final class Kept implements Tiles {
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<List<Long>, byte[]> nodes = new HashMap<>();
    private final Edge edge = new Edge();

    Kept(int size) {
      for (int i = 0; i < size; i++) {
        byte[] leaf = Hashes.leaf(ByteBuffer.allocate(4).putInt(i).array());
        leaves.add(leaf);
        edge.append(leaf, (level, place, hash) -> nodes.put(List.of((long) level, place), hash));
      }
    }

    @Override
    public List<byte[]> hashes(int level, long first, int count) {
      return LongStream.range(first, first + count)
          .mapToObj(place ->
              level == 0
                  ? leaves.get((int) place)
                  : java.util.Objects.requireNonNull(nodes.get(List.of((long) level, place))))
          .toList();
    }
  }

  /** As RFC 9162 defines it, not as it is computed. */
  private static byte[] defined(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int half = Integer.highestOneBit(leaves.size() - 1);
    return Hashes.node(
        defined(leaves.subList(0, half)), defined(leaves.subList(half, leaves.size())));
  }

  @Test
  void small_trees_have_the_roots_of_the_certificate_logs() {
    Edge edge = new Edge();
    edge.append(Hashes.leaf(new byte[0]), (level, place, hash) -> {});
    edge.append(Hashes.leaf(new byte[] {0}), (level, place, hash) -> {});
    edge.append(Hashes.leaf(new byte[] {0x10}), (level, place, hash) -> {});

    assertThat(HexFormat.of().formatHex(edge.root()))
        .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    assertThat(HexFormat.of().formatHex(new Edge().root())).startsWith("e3b0c44298fc1c14");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void proofs_hold_for_every_place_and_for_nothing_else(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(1_500);
    Kept kept = new Kept(size);
    MerkleTree tree = new MerkleTree(kept);
    byte[] root = defined(kept.leaves);

    assertThat(tree.root(size)).isEqualTo(root);
    assertThat(kept.edge.root()).isEqualTo(root);
    assertThat(tree.edge(size).root()).isEqualTo(root);
    for (int i = 0; i < 20; i++) {
      int position = random.nextInt(size);
      List<byte[]> path = tree.inclusion(position, size);
      byte[] leaf = kept.leaves.get(position);
      assertThat(MerkleTree.includes(root, size, leaf, position, path)).isTrue();
      assertThat(MerkleTree.includes(root, size, Hashes.leaf(leaf), position, path)).isFalse();
      if (size > 1) {
        int other = (position + 1 + random.nextInt(size - 1)) % size;
        assertThat(MerkleTree.includes(root, size, leaf, other, path)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_longer_log_continues_a_shorter_one_and_no_other(long seed) {
    Random random = new Random(seed);
    int second = 2 + random.nextInt(1_200);
    Kept kept = new Kept(second);
    MerkleTree tree = new MerkleTree(kept);
    byte[] root = tree.root(second);
    for (int i = 0; i < 20; i++) {
      int first = 1 + random.nextInt(second);
      List<byte[]> path = tree.consistency(first, second);
      byte[] before = defined(kept.leaves.subList(0, first));
      assertThat(MerkleTree.continues(before, first, root, second, path)).isTrue();
      byte[] rewritten = Hashes.leaf(before);
      assertThat(MerkleTree.continues(rewritten, first, root, second, path)).isFalse();
    }
  }

  @Test
  void an_edge_goes_on_from_what_was_kept() {
    Kept kept = new Kept(70_000);
    Edge edge = new MerkleTree(kept).edge(69_999);
    edge.append(kept.leaves.getLast(), (level, place, hash) -> {});

    assertThat(edge.root()).isEqualTo(kept.edge.root());
  }
}
