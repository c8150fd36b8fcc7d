package jp.tsunagaru.account.write;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often it went wrong lately and what follows (AC-10): after so many failures within 15 minutes
 * a pause of 1 minute, then 2, 4 and so on up to 30 with each further failure, until half an hour
 * passed quietly.
 */
record ThrottleState(List<Instant> failures, int level, Instant blockedUntil) {
  static final ThrottleState CLEAN = new ThrottleState(List.of(), 0, Instant.EPOCH);

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration QUIET = Duration.ofMinutes(30);
  private static final int LONGEST_MINUTES = 30;

  Optional<Duration> pause(Instant now) {
    return now.isBefore(blockedUntil)
        ? Optional.of(
            Duration.between(now, blockedUntil).plusMillis(999).truncatedTo(ChronoUnit.SECONDS))
        : Optional.empty();
  }

  ThrottleState failed(Instant now, int limit) {
    if (level > 0 && now.isBefore(blockedUntil.plus(QUIET))) {
      return blocked(now, level + 1);
    }
    List<Instant> recent =
        Stream.concat(
                failures.stream().filter(at -> level == 0 && at.isAfter(now.minus(WINDOW))),
                Stream.of(now))
            .toList();
    return recent.size() < limit ? new ThrottleState(recent, 0, Instant.EPOCH) : blocked(now, 1);
  }

  private static ThrottleState blocked(Instant now, int level) {
    int minutes = level > 5 ? LONGEST_MINUTES : 1 << (level - 1);
    return new ThrottleState(List.of(), level, now.plus(Duration.ofMinutes(minutes)));
  }
}
