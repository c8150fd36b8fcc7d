package jp.tsunagaru.operation.read;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The period asked for, and the moment of asking.
 *
 * @param to exclusive
 */
record MeasuredPeriod(Instant from, Instant to, Instant now) {
  /** As {@code from} and {@code to} of a statement. */
  Map<String, OffsetDateTime> ends() {
    return Map.of("from", from.atOffset(ZoneOffset.UTC), "to", to.atOffset(ZoneOffset.UTC));
  }
}
