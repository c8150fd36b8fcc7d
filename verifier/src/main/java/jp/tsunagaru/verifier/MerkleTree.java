package jp.tsunagaru.verifier;

/** The right edge of a growing tree: one complete subtree for each bit of its size. */
final class MerkleTree {
  private final Hashes hashes = new Hashes();
  private final byte[] complete;
  private long size;

  MerkleTree() {
    this(new byte[Long.SIZE * Hashes.SIZE], 0);
  }

  private MerkleTree(byte[] complete, long size) {
    this.complete = complete;
    this.size = size;
  }

  MerkleTree copy() {
    return new MerkleTree(complete.clone(), size);
  }

  void append(byte[] leaves, int at) {
    int level = 0;
    byte[] hash = leaves;
    int offset = at;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      int slot = level * Hashes.SIZE;
      hashes.node(complete, slot, hash, offset, complete, slot);
      hash = complete;
      offset = slot;
      level++;
    }
    System.arraycopy(hash, offset, complete, level * Hashes.SIZE, Hashes.SIZE);
    size++;
  }

  byte[] root() {
    if (size == 0) {
      return Hashes.sha256().digest();
    }
    byte[] root = new byte[Hashes.SIZE];
    int level = Long.numberOfTrailingZeros(size);
    System.arraycopy(complete, level * Hashes.SIZE, root, 0, Hashes.SIZE);
    for (level++; level < Long.SIZE; level++) {
      if ((size >>> level & 1) == 1) {
        hashes.node(complete, level * Hashes.SIZE, root, 0, root, 0);
      }
    }
    return root;
  }
}
