package jp.tsunagaru.verifier;

/**
 * The first thing that is wrong.
 *
 * @param position of the entry in the log, from 0; of a head its size
 * @param other a second position: where the entry was found instead, or how far a range goes; -1
 *     where there is none
 * @param envelope of the entry that stands at the position, where there is one
 */
record Finding(Kind kind, long position, long other, Envelope envelope) {
  enum Kind {
    ALTERED,
    DELETED,
    INSERTED,
    REORDERED,
    TRUNCATED,
    /** No leaf hashes say which entry it is. */
    ALTERED_BETWEEN,
    FORKED,
    CLOCK_BACK,
    SIGNATURE,
    HEAD_MISSING,
    HEAD_ORDER,
    HEAD_WRONG,
    LEAVES_DAMAGED,
    /** A single event that the signed root does not cover. */
    NOT_INCLUDED
  }

  static Finding head(Kind kind, long size) {
    return new Finding(kind, size, -1, Envelope.NONE);
  }
}
