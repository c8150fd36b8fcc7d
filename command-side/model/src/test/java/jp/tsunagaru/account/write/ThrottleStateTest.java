package jp.tsunagaru.account.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleStateTest {
  private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void four_failures_cost_nothing_and_the_fifth_a_minute() {
    ThrottleState four = failures(ThrottleState.CLEAN, NOON, 4);
    assertThat(four.pause(NOON)).isEmpty();
    assertThat(four.failed(NOON, 5).pause(NOON)).contains(Duration.ofMinutes(1));
  }

  @Test
  void failures_further_apart_than_fifteen_minutes_do_not_add_up() {
    ThrottleState four = failures(ThrottleState.CLEAN, NOON, 4);
    Instant later = NOON.plus(Duration.ofMinutes(15));
    assertThat(four.failed(later, 5).pause(later)).isEmpty();
    Instant before = later.minusSeconds(1);
    assertThat(four.failed(before, 5).pause(before)).isPresent();
  }

  @Test
  void each_further_failure_doubles_the_pause_up_to_half_an_hour() {
    ThrottleState state = failures(ThrottleState.CLEAN, NOON, 5);
    List<Long> minutes = new ArrayList<>();
    Instant now = NOON;
    for (int n = 0; n < 8; n++) {
      minutes.add(state.pause(now).orElseThrow().toMinutes());
      now = state.blockedUntil();
      assertThat(state.pause(now)).isEmpty();
      state = state.failed(now, 5);
    }
    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void half_an_hour_of_quiet_is_forgiven() {
    ThrottleState blocked = failures(ThrottleState.CLEAN, NOON, 5);
    Instant quiet = blocked.blockedUntil().plus(Duration.ofMinutes(30));
    assertThat(blocked.failed(quiet, 5).pause(quiet)).isEmpty();
    Instant tooSoon = quiet.minusSeconds(1);
    assertThat(blocked.failed(tooSoon, 5).pause(tooSoon)).contains(Duration.ofMinutes(2));
  }

  private static ThrottleState failures(ThrottleState from, Instant at, int times) {
    ThrottleState state = from;
    for (int n = 0; n < times; n++) {
      state = state.failed(at, 5);
    }
    return state;
  }
}
