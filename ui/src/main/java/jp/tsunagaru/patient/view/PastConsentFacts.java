package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.document.query.PastConsent;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** The consent as it stood at a moment: its state, who had signed which form, and since when. */
final class PastConsentFacts extends Div {
  PastConsentFacts(@Nullable PastConsent consent) {
    addClassName("past-consent");
    SharingState state = consent == null ? SharingState.PROVISIONAL : consent.state();
    Span chip =
        new Span(Texts.get("patient.asOf.consent", Texts.of("patient.asOf.consent", state)));
    chip.addClassNames("state-chip", state == SharingState.SHARED ? "state-good" : "state-wait");
    add(chip);
    if (consent == null) {
      return;
    }
    line(Texts.get("patient.asOf.consent.since", DateTexts.moment(consent.since())));
    EndReason reason = consent.endReason();
    LocalDate endedOn = consent.endedOn();
    if (reason != null && endedOn != null) {
      line(
          Texts.get(
              "patient.asOf.consent.end",
              Texts.of("consent.endReason", reason),
              DateTexts.date(endedOn)));
    }
    ProxyGround ground = consent.ground();
    line(
        Texts.get(
            "patient.asOf.consent." + consent.kind(),
            consent.textVersion(),
            DateTexts.date(consent.consentedOn()),
            ground == null ? "" : Texts.of("consent.ground", ground)));
    LocalDate confirmedOn = consent.confirmedOn();
    if (confirmedOn != null) {
      line(Texts.get("patient.asOf.consent.confirmed", DateTexts.date(confirmedOn)));
    }
  }

  private void line(String text) {
    Span line = new Span(text);
    line.addClassNames("small", "muted");
    add(line);
  }
}
