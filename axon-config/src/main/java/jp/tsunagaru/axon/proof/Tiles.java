package jp.tsunagaru.axon.proof;

import java.util.List;

/** Kept hashes of a tree: its leaves, and of its inner nodes each eighth level. */
interface Tiles {
  /** From one kept level to the next. */
  int HEIGHT = 8;

  /**
   * Neighbours of one level, all of them complete.
   *
   * @param level a multiple of {@link #HEIGHT}; 0 are the leaves
   */
  List<byte[]> hashes(int level, long first, int count);
}
