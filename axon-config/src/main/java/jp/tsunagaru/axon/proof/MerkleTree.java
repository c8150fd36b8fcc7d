package jp.tsunagaru.axon.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Roots and proofs of RFC 9162 over kept hashes, each with a few reads however long the log is. */
final class MerkleTree {
  private final Tiles tiles;

  MerkleTree(Tiles tiles) {
    this.tiles = tiles;
  }

  byte[] root(long size) {
    return size == 0 ? Hashes.empty() : subtree(0, size);
  }

  /** The right edge, ready to grow. */
  Edge edge(long size) {
    byte[][] complete = new byte[Long.SIZE][];
    long from = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if ((size >>> level & 1) == 1) {
        complete[level] = subtree(from, from + (1L << level));
        from += 1L << level;
      }
    }
    return new Edge(complete, size);
  }

  /** The audit path of 2.1.3.1, from the leaf upwards. */
  List<byte[]> inclusion(long position, long size) {
    if (position < 0 || position >= size) {
      throw new IllegalArgumentException("no such position");
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long half = from + half(to - from);
      if (position < half) {
        path.add(subtree(half, to));
        to = half;
      } else {
        path.add(subtree(from, half));
        from = half;
      }
    }
    return path.reversed();
  }

  /** The proof of 2.1.4.1 that a log of the second size continues that of the first. */
  List<byte[]> consistency(long first, long second) {
    if (first <= 0 || first > second) {
      throw new IllegalArgumentException("no such sizes");
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = second;
    boolean whole = true;
    while (first != to) {
      long half = from + half(to - from);
      if (first <= half) {
        path.add(subtree(half, to));
        to = half;
      } else {
        path.add(subtree(from, half));
        from = half;
        whole = false;
      }
    }
    if (!whole) {
      path.add(subtree(from, to));
    }
    return path.reversed();
  }

  private byte[] subtree(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      int level = height / Tiles.HEIGHT * Tiles.HEIGHT;
      return folded(tiles.hashes(level, from >>> level, 1 << (height - level)));
    }
    long half = from + half(size);
    return Hashes.node(subtree(from, half), subtree(half, to));
  }

  private static byte[] folded(List<byte[]> hashes) {
    List<byte[]> row = hashes;
    while (row.size() > 1) {
      List<byte[]> above = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        above.add(Hashes.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }

  /** The largest power of two below it. */
  private static long half(long size) {
    return Long.highestOneBit(size - 1);
  }

  /** 2.1.3.2. */
  static boolean includes(byte[] root, long size, byte[] leaf, long position, List<byte[]> path) {
    long at = position;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] beside : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = Hashes.node(beside, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = Hashes.node(hash, beside);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** 2.1.4.2. */
  static boolean continues(
      byte[] firstRoot, long first, byte[] secondRoot, long second, List<byte[]> path) {
    if (first == second) {
      return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    List<byte[]> rest = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) {
      rest.addFirst(firstRoot);
    }
    if (rest.isEmpty()) {
      return false;
    }
    long at = first - 1;
    long last = second - 1;
    while ((at & 1) == 1) {
      at >>>= 1;
      last >>>= 1;
    }
    byte[] old = rest.getFirst();
    byte[] now = old;
    for (byte[] beside : rest.subList(1, rest.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        old = Hashes.node(beside, old);
        now = Hashes.node(beside, now);
        while ((at & 1) == 0 && at != 0) {
          at >>>= 1;
          last >>>= 1;
        }
      } else {
        now = Hashes.node(now, beside);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(now, secondRoot);
  }
}
