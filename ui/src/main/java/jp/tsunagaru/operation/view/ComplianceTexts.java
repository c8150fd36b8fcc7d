package jp.tsunagaru.operation.view;

import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.shell.view.Texts;

final class ComplianceTexts {
  private ComplianceTexts() {}

  static String name(Control control) {
    return Texts.get("operation.control." + control.id());
  }

  static String finding(Control control) {
    return Texts.get("operation.finding." + control.finding(), control.figures().toArray());
  }

  static String light(Control control) {
    return Texts.of("operation.light", control.light());
  }

  static Span chip(Light light, String words) {
    Span chip = new Span(words);
    chip.addClassNames(
        "state-chip",
        switch (light) {
          case GREEN -> "state-good";
          case AMBER -> "state-wait";
          case RED -> "state-bad";
          case UNKNOWN -> "state-quiet";
        });
    return chip;
  }
}
