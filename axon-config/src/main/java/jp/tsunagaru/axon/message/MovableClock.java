package jp.tsunagaru.axon.message;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the whole application, events included. It shows the system's time; only the filling
 * of a synthetic city sets it back before the doors open.
 */
public final class MovableClock extends Clock {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ZoneId zone;
  private final AtomicReference<@Nullable Instant> fixed;

  private MovableClock(ZoneId zone, AtomicReference<@Nullable Instant> fixed) {
    this.zone = zone;
    this.fixed = fixed;
  }

  static MovableClock japan() {
    return new MovableClock(JAPAN, new AtomicReference<>());
  }

  /** Stands still at this instant until set again or {@link #release}d. */
  public void set(Instant instant) {
    fixed.set(instant);
  }

  public void release() {
    fixed.set(null);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(other, fixed);
  }

  @Override
  public Instant instant() {
    Instant set = fixed.get();
    return set == null ? Instant.now() : set;
  }
}
