package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** Codes of the access history in words. A code newer than the bundle is shown as it is. */
final class StepTexts {
  private StepTexts() {}

  static String actor(AccessStep step) {
    if (!step.actor().isEmpty()) {
      return step.actor();
    }
    return switch (step.accountId()) {
      case "", "public" -> Texts.get("audit.visitor");
      case "system" -> Texts.get("audit.system");
      default -> step.accountId();
    };
  }

  static String patient(AccessStep step) {
    return step.patient().isEmpty() ? step.patientId() : step.patient();
  }

  static String action(AccessStep step) {
    return action(step.action());
  }

  static String action(String code) {
    return Texts.find("audit.action." + code)
        .or(() -> Texts.find("audit.deed." + code))
        .orElse(code);
  }

  /** Which moment of the past was shown. */
  static String lookedAt(AccessStep step) {
    return lookedAt(step.lookedAt());
  }

  static String lookedAt(@Nullable Moment moment) {
    return moment == null
        ? ""
        : Texts.get(
            "audit.lookedAt." + moment.basis(),
            moment.basis() == Moment.Basis.RECORDED
                ? DateTexts.momentToTheSecond(moment.at())
                : DateTexts.date(DateTexts.day(moment.at())));
  }

  static String printing(AccessStep step) {
    Printing printing = step.printing();
    return printing == null || printing.note().isEmpty()
        ? purpose(step)
        : Texts.get("audit.printing.noted", purpose(step), printing.note());
  }

  /** Without the words of whoever printed, which may name somebody. */
  static String purpose(AccessStep step) {
    Printing printing = step.printing();
    return printing == null
        ? ""
        : Texts.find("print.purpose." + printing.purpose())
            .or(() -> Texts.find("audit.purpose." + printing.purpose()))
            .orElse(printing.purpose());
  }

  static String result(AccessStep step) {
    return result(step.result());
  }

  static String result(String code) {
    return Texts.find("audit.result." + code)
        .orElseGet(() -> Texts.get("audit.result.other", code));
  }

  static Span resultChip(AccessStep step) {
    return resultChip(step.result());
  }

  static Span resultChip(String code) {
    Span result = new Span(result(code));
    result.addClassNames("state-chip", code.equals("ALLOWED") ? "state-good" : "state-bad");
    return result;
  }

  static Span mark(AccessMark mark) {
    Span chip = new Span(Texts.of("audit.mark", mark));
    chip.addClassNames("state-chip", mark == AccessMark.REFUSED ? "state-bad" : "state-wait");
    return chip;
  }

  static String factors(AccessStep step) {
    return step.factors().isEmpty()
        ? ""
        : Texts.find("audit.factor." + step.factors()).orElse(step.factors());
  }

  /** One a line, with the version that was shown. */
  static String documents(AccessStep step) {
    return step.documents().entrySet().stream()
        .map(entry ->
            entry.getValue() > 0
                ? Texts.get(
                    "audit.document.version",
                    entry.getKey().value(),
                    Long.toString(entry.getValue()))
                : entry.getKey().value())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** The person asked an office, which needs no access to the record for it. */
  static boolean atDesk(Ground ground) {
    return ground.right().equals("AT_DESK");
  }

  /** The ground in one sentence, as short as a row wants it. */
  static String ground(AccessStep step) {
    Ground ground = step.ground();
    if (ground == null) {
      return Texts.get("audit.row.noGround");
    }
    if (atDesk(ground)) {
      return Texts.get("audit.ground.atDesk");
    }
    LocalDate consentedOn = ground.consentedOn();
    Instant grantedAt = ground.grantedAt();
    String through =
        !ground.breakGlassId().isEmpty()
            ? Texts.get(
                LawfulOpeningId.isOne(ground.breakGlassId())
                    ? "audit.row.lawful"
                    : "audit.row.emergency")
            : grantedAt == null
                ? Texts.get("audit.ground.registrar")
                : ground.group().isEmpty()
                    ? Texts.get(
                        "audit.ground.granted", DateTexts.moment(grantedAt), ground.grantedBy())
                    : Texts.get("audit.row.group", ground.group());
    return Texts.get(
        "audit.row.ground",
        consentedOn == null
            ? Texts.get("audit.row.noConsent")
            : Texts.get("audit.ground.consentedOn", DateTexts.date(consentedOn)),
        through,
        Texts.find("right." + ground.right()).orElse(ground.right()));
  }
}
