package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.view.LoginIds;
import jp.tsunagaru.account.view.OneTimePasswordDialog;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.query.ApplicationRow;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Secrets;
import jp.tsunagaru.shell.view.Texts;

/** 第8条2: admits the facility and issues its administrator's id in one step. */
class ApproveDialog extends Dialog {
  private static final int LONGEST_NOTE = 400;

  private final transient Gateways gateways;
  private final transient ApplicationRow row;
  private final transient Runnable approved;
  private final FacilityId facilityId = FacilityId.next();
  private final AccountId administratorId = AccountId.next();
  private final TextField loginId = new TextField(Texts.get("approve.loginId"));
  private final ComboBox<Profession> profession = new ComboBox<>(Texts.get("approve.profession"));
  private final Checkbox careUser = new Checkbox(Texts.get("approve.careUser"));
  private final TextArea note = new TextArea(Texts.get("field.otherAffiliationNote"));
  private final Button submit = new Button(Texts.get("application.approve"), click -> submit());

  ApproveDialog(Gateways gateways, ApplicationRow row, long seed, Runnable approved) {
    this.gateways = gateways;
    this.row = row;
    this.approved = approved;
    setHeaderTitle(Texts.get("approve.title"));
    addClassName("sheet");
    setWidth("40rem");
    setCloseOnOutsideClick(false);
    loginId.setValue(LoginIds.suggest(row.profile().email(), seed));
    loginId.setHelperText(Texts.get("staff.loginId.rule"));
    loginId.setMaxLength(32);
    profession.setItems(Profession.values());
    profession.setItemLabelGenerator(Names::of);
    profession.setRequiredIndicatorVisible(true);
    profession.setErrorMessage(Texts.get("form.choose"));
    careUser.setHelperText(Texts.get("approve.careUser.help"));
    note.setMaxLength(LONGEST_NOTE);
    note.setVisible(row.profile().affiliation() == Affiliation.OTHER);
    note.setHelperText(Texts.get("approve.note.help"));
    note.setRequiredIndicatorVisible(true);
    note.setErrorMessage(Texts.get("form.required"));
    note.addClassName("wide");
    careUser.addClassName("wide");
    Div fields = new Div(loginId, profession, careUser, note);
    fields.addClassName("fields");
    add(
        new Paragraph(Texts.get("approve.text", row.profile().name(), row.people().responsible())),
        fields);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), submit);
  }

  private void submit() {
    submit.setEnabled(true);
    profession.setInvalid(profession.isEmpty());
    note.setInvalid(note.isVisible() && note.getValue().isBlank());
    if (profession.isInvalid() || note.isInvalid()) {
      return;
    }
    Secret secret = Secrets.oneTimePassword();
    try {
      LoginId login = new LoginId(loginId.getValue());
      gateways.send(
          new ApproveApplication(
              row.applicationId(),
              facilityId,
              administratorId,
              login,
              secret,
              profession.getValue(),
              careUser.getValue(),
              note.getValue()),
          () -> {
            close();
            new OneTimePasswordDialog(row.people().responsible(), login.value(), secret).open();
            approved.run();
          },
          this::refused);
    } catch (Refused refused) {
      refused(refused);
    }
  }

  private void refused(Throwable failure) {
    if (Refusals.is(failure, RefusalCode.LOGIN_ID_TAKEN)
        || Refusals.is(failure, RefusalCode.LOGIN_ID_SHAPE)) {
      loginId.setErrorMessage(Refusals.find(failure).map(Refusals::sentence).orElse(""));
      loginId.setInvalid(true);
    } else {
      Refusals.show(failure);
    }
  }
}
