package jp.tsunagaru.axon.projection;

import java.util.Optional;

/**
 * Cuts a stream into stretches that hold about as many events of the wanted types each: how wide
 * the next one is depends on how many the last ones held.
 */
final class Stretches {
  private static final int EVENTS = 1_000;

  /** Where a rare type becomes a common one, a page holds as many events at the most. */
  private static final int WIDEST = 32_768;

  private static final int STEP = 4;

  private final long to;
  private long after;
  private long width = EVENTS;

  Stretches(long after, long to) {
    this.after = after;
    this.to = to;
  }

  /**
   * @param after the position before its first event
   * @param to its last position
   */
  record Stretch(long after, long to) {}

  synchronized Optional<Stretch> next() {
    if (after >= to) {
      return Optional.empty();
    }
    Stretch stretch = new Stretch(after, Math.min(to, after + width));
    after = stretch.to();
    return Optional.of(stretch);
  }

  synchronized void held(Stretch stretch, int events) {
    long fitting = (stretch.to() - stretch.after()) * EVENTS / Math.max(events, 1);
    width = Math.clamp(fitting, Math.max(EVENTS, width / STEP), Math.min(WIDEST, width * STEP));
  }
}
