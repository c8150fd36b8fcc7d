package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.command.ResumeUse;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.retention.query.ClosingKind;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** The ways to end sharing side by side, so that none is taken for another (DL-11). */
final class ClosingSection extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientDetails patient;
  private final Runnable changed;

  ClosingSection(Gateways gateways, Clock clock, PatientDetails patient, Runnable changed) {
    this.gateways = gateways;
    this.clock = clock;
    this.patient = patient;
    this.changed = changed;
    Set<ClosingKind> possible =
        patient.sharing() == SharingState.ENDED
            ? EnumSet.of(ClosingKind.WITHDRAW, ClosingKind.DELETE)
            : EnumSet.allOf(ClosingKind.class);
    Div cards = new Div();
    cards.addClassName("closing-cards");
    if (patient.sharing() == SharingState.ENDED) {
      cards.add(
          card(
              Texts.get("consent.closing.resume"),
              Texts.get("consent.closing.resume.explained"),
              new Button(Texts.get("consent.closing.resume"), click -> resume())));
    }
    possible.forEach(kind -> cards.add(card(kind)));
    add(
        new H3(Texts.get("consent.closing")),
        new Paragraph(Texts.get("consent.closing.explained", possible.size())),
        cards);
  }

  private Div card(ClosingKind kind) {
    Button button =
        new Button(
            Texts.of("consent.closing.button", kind),
            click -> new ClosingDialog(gateways, clock, patient, kind, changed).open());
    button.addThemeVariants(ButtonVariant.LUMO_ERROR);
    return card(Texts.of("consent.closing", kind), Texts.of("consent.closing.short", kind), button);
  }

  private static Div card(String title, String explained, Button button) {
    Div card = new Div(new H4(title), new Paragraph(explained), button);
    card.addClassNames("card", "closing-card");
    return card;
  }

  private void resume() {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("consent.closing.resume.question"));
    dialog.setText(Texts.get("consent.closing.resume.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("consent.closing.resume"));
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new ResumeUse(ConsentId.of(patient.patientId()), patient.patientId()),
            () -> {
              Refusals.done(Texts.get("consent.closing.resumed"));
              changed.run();
            }));
    dialog.open();
  }
}
