package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.japanese.RetentionPeriod;
import jp.tsunagaru.patient.query.Closing;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.query.ClosingEffect;
import jp.tsunagaru.retention.query.ClosingKind;
import jp.tsunagaru.retention.query.GetClosingEffect;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/**
 * Who loses what, what stays, whether it can be undone; only then it is done (DL-11). The effect is
 * asked from the tables that decide, when the dialog opens.
 */
public final class ClosingDialog extends Dialog {
  private final Gateways gateways;
  private final PatientDetails patient;
  private final ClosingKind kind;
  private final Runnable changed;
  private final ClosingFields fields;
  private final Div effect = new Div();
  private final Paragraph now = new Paragraph();
  private final Paragraph stays = new Paragraph();
  private final Checkbox checked = new Checkbox(Texts.get("consent.closing.checked"));
  private final Button confirm;

  ClosingDialog(
      Gateways gateways, Clock clock, PatientDetails patient, ClosingKind kind, Runnable changed) {
    this(gateways, clock, patient, kind, changed, EndReason.DEATH);
  }

  /** Moving out of the city ends use (第6条, PT-06). */
  public static ClosingDialog movedOut(
      Gateways gateways, Clock clock, PatientDetails patient, Runnable changed) {
    return new ClosingDialog(
        gateways, clock, patient, ClosingKind.END, changed, EndReason.MOVED_OUT);
  }

  private ClosingDialog(
      Gateways gateways,
      Clock clock,
      PatientDetails patient,
      ClosingKind kind,
      Runnable changed,
      EndReason reason) {
    this.gateways = gateways;
    this.patient = patient;
    this.kind = kind;
    this.changed = changed;
    this.fields = new ClosingFields(kind, clock, reason, this::showDays);
    confirm = new Button(Texts.of("consent.closing.button", kind), click -> send());
    confirm.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    confirm.setEnabled(false);
    checked.addValueChangeListener(event -> confirm.setEnabled(event.getValue()));
    checked.setEnabled(false);
    effect.addClassName("closing-effect");
    effect.getElement().setAttribute("aria-live", "polite");
    effect.add(new Paragraph(Texts.get("consent.closing.loading")));
    Button cancel = new Button(Texts.get("action.cancel"), click -> close());

    setHeaderTitle(Texts.get("consent.closing.question." + kind, patient.basicInfo().fullName()));
    setWidth("min(720px, 96vw)");
    addClassName("sheet");
    add(effect, fields, checked);
    getFooter().add(cancel, confirm);
    gateways.ask(
        new GetClosingEffect(patient.patientId(), kind),
        ClosingEffect.class,
        this::show,
        failure -> {
          close();
          Refusals.show(failure);
        });
  }

  private void show(ClosingEffect found) {
    UnorderedList team = new UnorderedList();
    found
        .team()
        .forEach(member ->
            team.add(
                new ListItem(
                    Texts.get(
                        "consent.closing.member",
                        member.name(),
                        Names.of(member.profession()),
                        member.facility()))));
    team.addClassName("closing-team");
    effect.removeAll();
    effect.add(
        new H4(Texts.get("consent.closing.now")),
        now,
        new H4(
            Texts.get(
                kind == ClosingKind.STOP ? "consent.closing.who" : "consent.closing.who." + kind,
                found.team().size())),
        team,
        new H4(Texts.get("consent.closing.amount")),
        new Paragraph(
            Texts.get(
                "consent.closing.amounts",
                found.articles(),
                found.forms(),
                found.files(),
                found.drafts())),
        new H4(Texts.get("consent.closing.stays")),
        stays,
        new H4(Texts.get("consent.closing.undo")),
        new Paragraph(Texts.of("consent.closing.undo", kind)));
    fields.offer(found.documents());
    showDays();
    checked.setEnabled(true);
  }

  /** The last day follows the day that is chosen. */
  private void showDays() {
    Closing closing = patient.closing();
    LocalDate day = fields.day();
    String last =
        closing != null
            ? DateTexts.date(closing.until())
            : day == null ? "" : DateTexts.date(RetentionPeriod.of(day).lastDay());
    boolean stopped = kind == ClosingKind.END && patient.sharing() == SharingState.STOPPED;
    now.setText(
        Texts.get(stopped ? "consent.closing.now.stopped" : "consent.closing.now." + kind, last));
    stays.setText(Texts.get("consent.closing.stays." + kind, last));
  }

  private void send() {
    if (!fields.complete()) {
      return;
    }
    try {
      gateways.send(
          fields.command(patient.patientId()),
          () -> {
            Refusals.done(Texts.of("consent.closing.done", kind));
            close();
            changed.run();
          });
    } catch (Refused refused) {
      Refusals.show(refused);
    }
  }
}
