package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpDeskHoursTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-28T08:59:59, false, 2026-12-28T09:00",
    "2026-12-28T09:00, true, 2027-01-04T09:00",
    "2026-12-28T16:59, true, 2027-01-04T09:00",
    "2026-12-28T17:00, false, 2027-01-04T09:00",
    "2026-12-29T10:00, false, 2027-01-04T09:00",
    "2027-01-04T09:00, true, 2027-01-05T09:00",
    "2026-05-06T10:00, false, 2026-05-07T09:00",
    "2026-09-22T10:00, false, 2026-09-24T09:00",
    "2026-11-21T10:00, false, 2026-11-24T09:00",
    "2026-11-22T10:00, false, 2026-11-24T09:00"
  })
  void opensOnWorkdaysFromNineToFive(LocalDateTime at, boolean open, LocalDateTime next) {
    assertThat(HelpDeskHours.isOpen(japan(at))).isEqualTo(open);
    assertThat(HelpDeskHours.nextOpening(japan(at))).isEqualTo(japan(next));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:00, 2026-11-24T10:00, PT2H",
    "2026-11-21T16:00, 2026-11-23T10:00, PT0S",
    "2026-11-24T08:00, 2026-11-24T18:00, PT8H",
    "2026-11-24T10:00, 2026-11-24T10:30, PT30M",
    "2026-12-28T16:59, 2027-01-04T09:01, PT2M"
  })
  void theClockRunsOnlyWhileOpen(LocalDateTime from, LocalDateTime to, Duration open) {
    assertThat(HelpDeskHours.openTime(japan(from), japan(to))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:00, PT2H, 2026-11-24T10:00",
    "2026-11-20T16:00, PT1H, 2026-11-20T17:00",
    "2026-11-21T12:00, PT8H, 2026-11-24T17:00",
    "2026-12-28T16:59, PT17H, 2027-01-06T09:59"
  })
  void deadlinesCountOpenTime(LocalDateTime from, Duration time, LocalDateTime deadline) {
    assertThat(HelpDeskHours.deadline(japan(from), time)).isEqualTo(japan(deadline));
    assertThat(HelpDeskHours.openTime(japan(from), japan(deadline))).isEqualTo(time);
  }

  @Test
  void refusesTimeThatRunsBackwards() {
    Instant now = Instant.parse("2026-11-24T01:00:00Z");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HelpDeskHours.openTime(now, now.minusSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HelpDeskHours.deadline(now, Duration.ZERO));
  }

  private static Instant japan(LocalDateTime local) {
    return local.toInstant(ZoneOffset.ofHours(9));
  }
}
