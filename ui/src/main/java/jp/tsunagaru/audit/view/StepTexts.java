package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.shell.view.Texts;

/** Codes of the access history in words. A code newer than the bundle is shown as it is. */
final class StepTexts {
  private StepTexts() {}

  static String actor(AccessStep step) {
    if (!step.actor().isEmpty()) {
      return step.actor();
    }
    return step.accountId().isEmpty() || step.accountId().equals("public")
        ? Texts.get("audit.visitor")
        : step.accountId();
  }

  static String patient(AccessStep step) {
    return step.patient().isEmpty() ? step.patientId() : step.patient();
  }

  static String action(AccessStep step) {
    return Texts.find("audit.action." + step.action()).orElse(step.action());
  }

  static String printing(AccessStep step) {
    Printing printing = step.printing();
    if (printing == null) {
      return "";
    }
    String purpose = Texts.find("print.purpose." + printing.purpose()).orElse(printing.purpose());
    return printing.note().isEmpty()
        ? purpose
        : Texts.get("audit.printing.noted", purpose, printing.note());
  }

  static String result(AccessStep step) {
    return Texts.find("audit.result." + step.result())
        .orElseGet(() -> Texts.get("audit.result.other", step.result()));
  }

  static Span mark(String code) {
    Span chip = new Span(Texts.find("audit.mark." + code).orElse(code));
    chip.addClassNames("state-chip", code.equals("REFUSED") ? "state-bad" : "state-wait");
    return chip;
  }
}
