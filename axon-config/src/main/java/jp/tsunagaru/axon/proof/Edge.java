package jp.tsunagaru.axon.proof;

import org.jspecify.annotations.Nullable;

/** The right edge of a growing tree: one complete subtree for each bit of its size. */
final class Edge {
  private final @Nullable byte[][] complete;
  private long size;

  Edge() {
    this(new byte[Long.SIZE][], 0);
  }

  Edge(@Nullable byte[][] complete, long size) {
    this.complete = complete;
    this.size = size;
  }

  /** Takes the hashes of inner nodes that are to be kept. */
  @FunctionalInterface
  interface Nodes {
    void complete(int level, long place, byte[] hash);
  }

  Edge copy() {
    return new Edge(complete.clone(), size);
  }

  long size() {
    return size;
  }

  void append(byte[] leaf, Nodes nodes) {
    int level = 0;
    byte[] hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      hash = Hashes.node(subtree(level), hash);
      level++;
      if (level % Tiles.HEIGHT == 0) {
        nodes.complete(level, size >>> level, hash);
      }
    }
    complete[level] = hash;
    size++;
  }

  byte[] root() {
    if (size == 0) {
      return Hashes.empty();
    }
    int level = Long.numberOfTrailingZeros(size);
    byte[] root = subtree(level);
    for (level++; level < Long.SIZE; level++) {
      if ((size >>> level & 1) == 1) {
        root = Hashes.node(subtree(level), root);
      }
    }
    return root;
  }

  private byte[] subtree(int level) {
    byte[] hash = complete[level];
    if (hash == null) {
      throw new IllegalStateException("the edge has no subtree of level " + level);
    }
    return hash;
  }
}
