package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Secrets;
import jp.tsunagaru.shell.view.Texts;

/** One new user of a facility; the city's own office has its own roles. */
class IssueAccountDialog extends Dialog {
  private final transient Gateways gateways;
  private final FacilityId facilityId;
  private final AccountId accountId = AccountId.next();
  private final transient Runnable issued;
  private final TextField family = name("field.family", 40);
  private final TextField given = name("field.given", 40);
  private final TextField familyKana = name("field.familyKana", 40);
  private final TextField givenKana = name("field.givenKana", 40);
  private final ComboBox<Profession> profession = new ComboBox<>(Texts.get("staff.profession"));
  private final CheckboxGroup<Role> roles = new CheckboxGroup<>(Texts.get("staff.roles"));
  private final TextField loginId = name("staff.loginId", 32);
  private final Button submit = new Button(Texts.get("staff.issue.submit"), click -> submit());

  IssueAccountDialog(Gateways gateways, FacilityId facilityId, long seed, Runnable issued) {
    this.gateways = gateways;
    this.facilityId = facilityId;
    this.issued = issued;
    boolean city = facilityId.equals(FacilityId.CITY);
    setHeaderTitle(Texts.get("staff.issue"));
    addClassName("sheet");
    setWidth("40rem");
    setCloseOnOutsideClick(false);
    profession.setItems(Profession.values());
    profession.setItemLabelGenerator(Names::of);
    profession.setRequiredIndicatorVisible(true);
    roles.setItems(
        city
            ? List.of(Role.CITY_OPERATOR, Role.CITY_AUDITOR)
            : List.of(Role.CARE_USER, Role.FACILITY_ADMIN));
    roles.setItemLabelGenerator(Names::of);
    if (!city) {
      roles.setValue(Set.of(Role.CARE_USER));
    }
    roles.setRequiredIndicatorVisible(true);
    loginId.setHelperText(Texts.get("staff.loginId.rule"));
    loginId.setValue(LoginIds.suggest("", seed));
    loginId.getElement().setAttribute("autocapitalize", "none");
    family.setRequiredIndicatorVisible(true);
    familyKana.setRequiredIndicatorVisible(true);
    loginId.setRequiredIndicatorVisible(true);
    family.focus();
    Div fields = new Div(family, given, familyKana, givenKana, profession, loginId, roles);
    fields.addClassName("fields");
    roles.addClassName("wide");
    Paragraph note = new Paragraph(Texts.get("staff.issue.note"));
    note.addClassNames("muted", "small");
    add(fields, note);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), submit);
  }

  private static TextField name(String label, int max) {
    TextField field = new TextField(Texts.get(label));
    field.setMaxLength(max);
    return field;
  }

  private void submit() {
    submit.setEnabled(true);
    boolean complete = filled(family) & filled(familyKana) & filled(loginId);
    profession.setInvalid(profession.isEmpty());
    profession.setErrorMessage(Texts.get("form.choose"));
    roles.setInvalid(roles.isEmpty());
    roles.setErrorMessage(Texts.get("form.choose"));
    if (!complete || profession.isEmpty() || roles.isEmpty()) {
      return;
    }
    Secret secret = Secrets.oneTimePassword();
    try {
      PersonName person =
          new PersonName(
                  family.getValue(), given.getValue(), familyKana.getValue(), givenKana.getValue())
              .checked();
      LoginId login = new LoginId(loginId.getValue());
      gateways.send(
          new IssueAccount(
              accountId,
              facilityId,
              login,
              secret,
              roles.getValue(),
              profession.getValue(),
              person),
          () -> {
            close();
            new OneTimePasswordDialog(person.full(), login.value(), secret).open();
            issued.run();
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
      loginId.focus();
    } else {
      Refusals.show(failure);
    }
  }

  private static boolean filled(TextField field) {
    boolean blank = field.getValue().isBlank();
    field.setErrorMessage(Texts.get("form.required"));
    field.setInvalid(blank);
    return !blank;
  }
}
