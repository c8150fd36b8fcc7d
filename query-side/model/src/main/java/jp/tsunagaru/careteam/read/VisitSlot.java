package jp.tsunagaru.careteam.read;

import java.time.Duration;
import java.time.Instant;

/** The half hours into which views of a patient are put. */
public final class VisitSlot {
  private static final long LENGTH = Duration.ofMinutes(30).toSeconds();

  private VisitSlot() {}

  public static long of(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), LENGTH);
  }
}
