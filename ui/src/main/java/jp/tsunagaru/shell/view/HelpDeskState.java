package jp.tsunagaru.shell.view;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.japanese.HelpDeskHours;

/** 受付中 or 時間外, with the next opening (HD-02). */
public record HelpDeskState(boolean open, String word, String sentence) {
  public static HelpDeskState at(Instant now) {
    if (HelpDeskHours.isOpen(now)) {
      return new HelpDeskState(true, Texts.get("help.open"), Texts.get("help.open.until"));
    }
    LocalDate next = DateTexts.day(HelpDeskHours.nextOpening(now));
    return new HelpDeskState(
        false,
        Texts.get("help.closed"),
        Texts.get(
            "help.closed.until",
            next.getMonthValue(),
            next.getDayOfMonth(),
            DateTexts.weekday(next)));
  }
}
