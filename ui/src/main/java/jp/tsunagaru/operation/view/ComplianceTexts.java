package jp.tsunagaru.operation.view;

import jp.tsunagaru.operation.query.Control;
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
}
