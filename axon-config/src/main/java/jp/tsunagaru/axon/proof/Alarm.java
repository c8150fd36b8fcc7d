package jp.tsunagaru.axon.proof;

/** Why nothing more is signed. */
enum Alarm {
  /** The clock shows an earlier time than the last head; ends by itself. */
  CLOCK_BACK,
  /** What is kept of the log is not what was signed. */
  SIGNED_DIFFERS,
  /** A stored event is not the one that entered the log. */
  EVENT_CHANGED,
  /** An event that entered the log, or was announced to it, is not stored any more. */
  EVENT_MISSING,
  /** A stored event was never announced to the log. */
  EVENT_OVERLOOKED;

  boolean endsByItself() {
    return this == CLOCK_BACK;
  }
}
