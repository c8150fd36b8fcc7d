package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Attestations of rights in words. */
public final class AttestationTexts {
  private AttestationTexts() {}

  /** 2026年度 第3四半期（10～12月）. */
  public static String quarter(FiscalQuarter quarter) {
    return Texts.get(
        "attestation.quarter",
        Integer.toString(quarter.year()),
        quarter.quarter(),
        quarter.first().getMonthValue(),
        quarter.last().getMonthValue());
  }

  public static Span state(AttestationState state) {
    return chip(
        Texts.of("attestation.state", state),
        switch (state) {
          case DUE -> "state-wait";
          case OVERDUE -> "state-bad";
          case DONE -> "state-good";
        });
  }

  public static Span chip(String words, String look) {
    return LogReviewTexts.chip(words, look);
  }

  /** Until when, or since when it is late. */
  public static String due(AttestationRow row) {
    return Texts.get(
        switch (row.state()) {
          case DUE -> "attestation.due";
          case OVERDUE -> "attestation.late";
          case DONE -> "attestation.next";
        },
        day(row.due()));
  }

  public static String last(AttestationRow row) {
    AttestationRow.Signature last = row.last();
    return last == null
        ? Texts.get("attestation.never")
        : Texts.get(
            "attestation.last",
            quarter(last.quarter()),
            Texts.get("attestation.by", last.by(), DateTexts.moment(last.at())),
            last.needed(),
            last.toCorrect());
  }

  static String day(LocalDate day) {
    return Texts.get("attestation.day", DateTexts.date(day), DateTexts.weekday(day));
  }
}
