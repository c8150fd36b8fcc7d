package jp.tsunagaru.audit.read;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.query.LogReviewState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The periods whose accesses have to be reviewed, one after another since use began (C-09). Nobody
 * has to open one: a period that is over waits for its review by itself. A review that was begun
 * keeps its days when the city chooses another length.
 */
@Component
public class ReviewPeriods {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final int months;
  private final int days;
  private final int answerDays;

  ReviewPeriods(
      JdbcClient jdbc,
      Clock clock,
      @Value("${tsunagaru.log-review.months:1}") int months,
      @Value("${tsunagaru.log-review.days:14}") int days,
      @Value("${tsunagaru.log-review.answer-days:7}") int answerDays) {
    if (months < 1 || LogPeriod.MOST_MONTHS % months != 0) {
      throw new IllegalArgumentException("tsunagaru.log-review.months has to divide a year");
    }
    this.jdbc = jdbc;
    this.clock = clock;
    this.months = months;
    this.days = days;
    this.answerDays = answerDays;
  }

  /**
   * @param due the last day on which the review is in time
   */
  public record Period(LogPeriod period, LocalDate due, LogReviewState state) {
    LogReviewId reviewId() {
      return LogReviewId.of(period);
    }
  }

  /**
   * How the reviews stand together.
   *
   * @param open questions without an answer or a finding
   */
  public record Standing(long signed, long due, long overdue, long open) {}

  public Standing standing() {
    List<Period> all = all();
    return new Standing(
        count(all, LogReviewState.SIGNED),
        count(all, LogReviewState.DUE),
        count(all, LogReviewState.OVERDUE),
        jdbc.sql(
                "select count(*) from view.log_review_question where stage in ('ASKED', 'ANSWERED')")
            .query(Long.class)
            .single());
  }

  static long count(List<Period> periods, LogReviewState state) {
    return periods.stream().filter(period -> period.state() == state).count();
  }

  /** The oldest first; the one that runs is the last. */
  public List<Period> all() {
    LocalDate today = today();
    NavigableMap<LocalDate, Begun> begun = begun();
    LocalDate day = firstDay(begun);
    List<Period> all = new ArrayList<>();
    while (day != null && !day.isAfter(today)) {
      Begun review = begun.get(day);
      LogPeriod period = review == null ? usual(day, begun.higherKey(day)) : review.period();
      all.add(period(period, review != null && review.signed(), today));
      day = period.to().plusDays(1);
    }
    return all;
  }

  LocalDate answerDue(LocalDate asked) {
    return asked.plusDays(answerDays);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  private record Begun(LogPeriod period, boolean signed) {}

  private NavigableMap<LocalDate, Begun> begun() {
    NavigableMap<LocalDate, Begun> begun = new TreeMap<>();
    jdbc.sql("select from_day, to_day, signed_at is not null as signed from view.log_review")
        .query(row -> {
          LogPeriod period =
              new LogPeriod(
                  row.getObject("from_day", LocalDate.class),
                  row.getObject("to_day", LocalDate.class));
          begun.put(period.from(), new Begun(period, row.getBoolean("signed")));
        });
    return begun;
  }

  private @Nullable LocalDate firstDay(NavigableMap<LocalDate, Begun> begun) {
    LocalDate used =
        jdbc.sql("select at from view.access_log order by at, position limit 1")
            .query(OffsetDateTime.class)
            .optional()
            .map(at -> LocalDate.ofInstant(at.toInstant(), JAPAN).withDayOfMonth(1))
            .orElse(null);
    Map.Entry<LocalDate, Begun> first = begun.firstEntry();
    return first == null || used != null && used.isBefore(first.getKey()) ? used : first.getKey();
  }

  /** Up to the end of a month that closes such a part of the year, and into no other review. */
  private LogPeriod usual(LocalDate day, @Nullable LocalDate next) {
    YearMonth first = YearMonth.from(day);
    LogPeriod whole = LogPeriod.of(first, months - (first.getMonthValue() - 1) % months);
    return next == null || next.isAfter(whole.to()) ? whole : new LogPeriod(day, next.minusDays(1));
  }

  private Period period(LogPeriod period, boolean signed, LocalDate today) {
    LocalDate due = period.to().plusDays(days);
    LogReviewState state =
        signed
            ? LogReviewState.SIGNED
            : !today.isAfter(period.to())
                ? LogReviewState.RUNNING
                : today.isAfter(due) ? LogReviewState.OVERDUE : LogReviewState.DUE;
    return new Period(period, due, state);
  }
}
