package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.RequestFields;
import jp.tsunagaru.shell.view.Texts;

/** 共有再開: who reads again, and at whose wish (PT-10). */
public final class ResumingDialog extends Dialog {
  private final Gateways gateways;
  private final PatientRow row;
  private final Runnable resumed;
  private final RequestFields request = new RequestFields();
  private final Button confirm = new Button(Texts.get("patient.resume"), click -> send());

  public ResumingDialog(Gateways gateways, PatientRow row, Runnable resumed) {
    this.gateways = gateways;
    this.row = row;
    this.resumed = resumed;
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setDisableOnClick(true);
    setHeaderTitle(Texts.get("patient.resume.question", row.name()));
    setWidth("min(640px, 96vw)");
    addClassName("sheet");
    add(new Paragraph(Texts.get("patient.resume.explained", row.teamSize())), request);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), confirm);
  }

  private void send() {
    confirm.setEnabled(true);
    if (!request.complete()) {
      return;
    }
    gateways.send(
        new ResumeSharing(
            ConsentId.of(row.patientId()), row.patientId(), request.channel(), request.requester()),
        () -> {
          Refusals.done(Texts.get("patient.resumed", row.name()));
          close();
          resumed.run();
        });
  }
}
