package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Reviews of the access history in words. */
final class LogReviewTexts {
  private LogReviewTexts() {}

  /** 2026年10月分, or 2026年1月～3月分. */
  static String period(LogPeriod period) {
    YearMonth first = YearMonth.from(period.from());
    YearMonth last = YearMonth.from(period.to());
    String year = Integer.toString(first.getYear());
    return first.equals(last)
        ? Texts.get("logReview.month", year, first.getMonthValue())
        : Texts.get("logReview.months", year, first.getMonthValue(), last.getMonthValue());
  }

  static Span state(LogReviewState state) {
    return chip(
        Texts.of("logReview.state", state),
        switch (state) {
          case RUNNING -> "state-quiet";
          case DUE -> "state-wait";
          case OVERDUE -> "state-bad";
          case SIGNED -> "state-good";
        });
  }

  static Span stage(ReviewStage stage) {
    return chip(
        Texts.of("logReview.stage", stage),
        switch (stage) {
          case ASKED, ANSWERED, IMPROVE -> "state-wait";
          case WITHDRAWN -> "state-quiet";
          case NO_PROBLEM -> "state-good";
          case INCIDENT -> "state-bad";
        });
  }

  static Span chip(String words, String look) {
    Span chip = new Span(words);
    chip.addClassNames("state-chip", look);
    return chip;
  }

  /** 「鈴木 一（2026年11月3日（令和8年） 12:00）」. */
  static String by(String name, Instant at) {
    return Texts.get("logReview.by", name, DateTexts.moment(at));
  }

  static String day(LocalDate day) {
    return Texts.get("logReview.day", DateTexts.date(day), DateTexts.weekday(day));
  }

  static String erasable(String text) {
    return text.isEmpty() ? Texts.get("logReview.erased") : text;
  }

  static void fact(DescriptionList facts, String key, String value) {
    Span text = new Span(value);
    text.addClassName("lines");
    facts.add(new DescriptionList.Term(Texts.get(key)), new DescriptionList.Description(text));
  }
}
