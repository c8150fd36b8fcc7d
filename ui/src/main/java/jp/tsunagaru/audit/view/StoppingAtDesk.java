package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.command.StopSharingAtDesk;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.RequestFields;
import jp.tsunagaru.shell.view.Texts;

/** 共有停止 at the desk of the city (様式第2 §3): the city names the patient and sees no record. */
final class StoppingAtDesk {
  private final Gateways gateways;

  StoppingAtDesk(Gateways gateways) {
    this.gateways = gateways;
  }

  Button button(PatientId patientId, String name, Runnable done) {
    Button button =
        new Button(Texts.get("consent.stop"), click -> ask(patientId, name, done).open());
    button.addThemeVariants(ButtonVariant.LUMO_ERROR);
    return button;
  }

  private Dialog ask(PatientId patientId, String name, Runnable done) {
    Dialog dialog = new Dialog();
    RequestFields request = RequestFields.through(RequestChannel.CITY);
    Checkbox checked = new Checkbox(Texts.get("consent.closing.checked"));
    Button stop = new Button(Texts.get("consent.stop"));
    stop.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    stop.setEnabled(false);
    stop.setDisableOnClick(true);
    checked.addValueChangeListener(event -> stop.setEnabled(event.getValue()));
    stop.addClickListener(click -> {
      stop.setEnabled(true);
      if (!request.complete()) {
        return;
      }
      gateways.send(
          new StopSharingAtDesk(ConsentId.of(patientId), patientId, request.requester()),
          () -> {
            Refusals.done(Texts.get("consent.stopped"));
            dialog.close();
            done.run();
          });
    });
    dialog.setHeaderTitle(Texts.get("consent.closing.question.STOP", name));
    dialog.setWidth("min(640px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new H4(Texts.get("consent.closing.now")),
        new Paragraph(Texts.get("consent.desk.now")),
        new H4(Texts.get("consent.closing.stays")),
        new Paragraph(Texts.get("consent.closing.stays.STOP")),
        new H4(Texts.get("consent.closing.undo")),
        new Paragraph(Texts.get("consent.desk.undo")),
        request,
        checked);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), stop);
    return dialog;
  }
}
