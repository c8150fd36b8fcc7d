package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagaru.incident.query.IncidentRow;
import jp.tsunagaru.incident.query.IncidentState;
import jp.tsunagaru.incident.query.LegState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Words for the chain of 第28条. */
final class IncidentTexts {
  private IncidentTexts() {}

  static Span state(IncidentRow row) {
    Span chip = new Span(Texts.of("incident.state", row.state()));
    chip.addClassNames(
        "state-chip", row.state() == IncidentState.CLOSED ? "state-good" : "state-wait");
    return chip;
  }

  /** 「市への報告 あと3時間」 or, in red, 「市への報告 2時間の遅れ」. */
  static Span due(LegState leg, Clock clock) {
    Duration left = Duration.between(clock.instant(), leg.due());
    Span chip =
        new Span(
            Texts.get(
                left.isNegative() ? "incident.leg.late" : "incident.leg.left",
                Texts.of("incident.leg", leg.leg()),
                length(left.abs())));
    chip.addClassNames("state-chip", leg.overdue() ? "state-bad" : "state-quiet");
    return chip;
  }

  static String length(Duration length) {
    long minutes = length.toMinutes();
    if (minutes < 60) {
      return Texts.get("incident.minutes", Math.max(1, minutes));
    }
    return minutes < 60 * 48
        ? Texts.get("incident.hours", minutes / 60)
        : Texts.get("incident.days", minutes / 60 / 24);
  }

  static String who(String name, String facility) {
    return facility.isEmpty() ? name : Texts.get("incident.who", name, facility);
  }

  static String moment(Instant at) {
    return DateTexts.moment(at);
  }
}
