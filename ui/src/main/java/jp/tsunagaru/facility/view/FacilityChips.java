package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** What waits about a facility, and that it has ended, in a word. */
final class FacilityChips {
  private FacilityChips() {}

  static Span changeWaits() {
    return chip(Texts.get("facility.chip.change"), "state-wait");
  }

  static Span abolitionWaits(LocalDate on) {
    return chip(Texts.get("facility.chip.abolition", DateTexts.shortDate(on)), "state-wait");
  }

  static Span abolished() {
    return chip(Texts.get("facility.chip.abolished"), "state-quiet");
  }

  private static Span chip(String text, String look) {
    Span chip = new Span(text);
    chip.addClassNames("state-chip", look);
    return chip;
  }
}
