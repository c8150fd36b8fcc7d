package jp.tsunagaru.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import jp.tsunagaru.axon.message.MovableClock;

/** The application's clock while the months of the filling go by; it never runs backwards. */
final class DemoClock {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final MovableClock clock;
  private Instant latest = Instant.MIN;

  DemoClock(MovableClock clock) {
    this.clock = clock;
  }

  synchronized void at(LocalDateTime japanese) {
    Instant instant = japanese.atZone(JAPAN).toInstant();
    if (instant.isAfter(latest)) {
      latest = instant;
      clock.set(instant);
    }
  }

  void release() {
    clock.release();
  }
}
