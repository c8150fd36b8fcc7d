package jp.tsunagaru.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.careteam.read.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C-09: no day since use began is left out, and none is reviewed twice. */
class ReviewPeriodsTest {
  private final ReadSide side = new ReadSide();

  @BeforeEach
  void nothing_happened_yet() {
    side.jdbc.sql("truncate view.access_log, view.log_review, view.log_review_question").update();
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void there_is_nothing_to_review_before_anybody_looked() {
    assertThat(on("2026-11-22", 1).all()).isEmpty();
    assertThat(on("2026-11-22", 1).standing()).isEqualTo(new ReviewPeriods.Standing(0, 0, 0, 0));
  }

  @Test
  void every_month_since_the_first_access_waits_until_it_is_signed() {
    accessed("2026-08-31T15:00:00Z");
    signed("2026-10", "2026-10");

    assertThat(on("2026-11-14", 1).all())
        .extracting(ReviewPeriods.Period::period, ReviewPeriods.Period::state)
        .containsExactly(
            tuple(months("2026-09", 1), LogReviewState.OVERDUE),
            tuple(months("2026-10", 1), LogReviewState.SIGNED),
            tuple(months("2026-11", 1), LogReviewState.RUNNING));
    assertThat(on("2026-11-14", 1).standing()).isEqualTo(new ReviewPeriods.Standing(1, 0, 1, 0));
  }

  @Test
  void a_review_is_late_on_the_day_after_its_last() {
    accessed("2026-10-05T03:00:00Z");
    assertThat(stateOfOctober("2026-10-31")).isEqualTo(LogReviewState.RUNNING);
    assertThat(stateOfOctober("2026-11-01")).isEqualTo(LogReviewState.DUE);
    assertThat(stateOfOctober("2026-11-14")).isEqualTo(LogReviewState.DUE);
    assertThat(stateOfOctober("2026-11-15")).isEqualTo(LogReviewState.OVERDUE);
  }

  @Test
  void another_length_leaves_what_was_begun_and_no_day_out() {
    accessed("2026-01-10T03:00:00Z");
    signed("2026-02", "2026-02");

    assertThat(on("2026-08-01", 3).all())
        .extracting(ReviewPeriods.Period::period)
        .containsExactly(
            months("2026-01", 1),
            months("2026-02", 1),
            months("2026-03", 1),
            months("2026-04", 3),
            months("2026-07", 3));
    assertThatThrownBy(() -> on("2026-08-01", 5)).isInstanceOf(IllegalArgumentException.class);
  }

  private LogReviewState stateOfOctober(String day) {
    return on(day, 1).all().getFirst().state();
  }

  private ReviewPeriods on(String day, int months) {
    return new ReviewPeriods(
        side.jdbc,
        Clock.fixed(
            LocalDate.parse(day).atStartOfDay(ReviewPeriods.JAPAN).toInstant(), ZoneOffset.UTC),
        months,
        14,
        7);
  }

  private static LogPeriod months(String first, int many) {
    return LogPeriod.of(YearMonth.parse(first), many);
  }

  private void accessed(String at) {
    side.jdbc
        .sql(
            """
            insert into view.access_log
              (position, event_id, at, account_id, facility_id, patient_id, action, result)
            values (1, 'evt', ?, '', '', '', 'GetTimeline', 'ALLOWED')\
            """)
        .param(OffsetDateTime.parse(at))
        .update();
  }

  private void signed(String first, String last) {
    LogPeriod period =
        new LogPeriod(YearMonth.parse(first).atDay(1), YearMonth.parse(last).atEndOfMonth());
    side.jdbc
        .sql(
            """
            insert into view.log_review
              (review_id, from_day, to_day, begun_by, begun_at, signed_by, signed_at)
            values (?, ?, ?, 'acc', now(), 'acc', now())\
            """)
        .params(LogReviewId.of(period).value(), period.from(), period.to())
        .update();
  }
}
