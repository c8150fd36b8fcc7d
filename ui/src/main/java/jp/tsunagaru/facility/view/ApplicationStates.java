package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.facility.query.ApplicationState;
import jp.tsunagaru.shell.view.Texts;

/** The state of an application in a word and a colour. */
final class ApplicationStates {
  private ApplicationStates() {}

  static Span chip(ApplicationState state) {
    Span chip = new Span(Texts.of("applicationState", state));
    chip.addClassNames(
        "state-chip",
        switch (state) {
          case WAITING_FOR_PAPER, RETURNED -> "state-quiet";
          case UNDER_REVIEW -> "state-wait";
          case APPROVED -> "state-good";
          case REJECTED -> "state-bad";
        });
    return chip;
  }
}
