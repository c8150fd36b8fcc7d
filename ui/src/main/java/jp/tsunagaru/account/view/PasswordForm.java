package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** Changes the own password; whether it is good enough is decided by the write side. */
class PasswordForm extends Div {
  private static final int SHORTEST = 13;

  private final transient Gateways gateways;
  private final transient Runnable changed;
  private final PasswordField current;
  private final PasswordField replacement;
  private final PasswordField again;
  private final Button submit;

  PasswordForm(Gateways gateways, String currentLabel, Runnable changed) {
    this.gateways = gateways;
    this.changed = changed;
    current = field(currentLabel, "current-password");
    replacement = field(Texts.get("password.new"), "new-password");
    replacement.setHelperText(Texts.get("password.rule"));
    again = field(Texts.get("password.again"), "new-password");
    submit = new Button(Texts.get("password.submit"), click -> change());
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    Div fields = new Div(current, replacement, again);
    fields.addClassName("fields");
    add(fields, submit);
    addClassName("password-form");
  }

  private static PasswordField field(String label, String autocomplete) {
    PasswordField field = new PasswordField(label);
    field.getElement().setAttribute("autocomplete", autocomplete);
    field.setMaxLength(128);
    field.setRequiredIndicatorVisible(true);
    field.setRevealButtonVisible(true);
    return field;
  }

  private void change() {
    submit.setEnabled(true);
    clear(current);
    clear(replacement);
    clear(again);
    if (current.isEmpty()) {
      reject(current, Texts.get("password.missing"));
    } else if (replacement.getValue().codePointCount(0, replacement.getValue().length())
        < SHORTEST) {
      reject(replacement, Texts.get("password.short"));
    } else if (!replacement.getValue().equals(again.getValue())) {
      reject(again, Texts.get("password.different"));
    } else {
      gateways.send(
          new ChangePassword(
              SignedInUser.require().accountId(),
              new Secret(current.getValue()),
              new Secret(replacement.getValue())),
          this::done,
          this::refused);
    }
  }

  private void done() {
    current.clear();
    replacement.clear();
    again.clear();
    Refusals.done(Texts.get("password.changed"));
    changed.run();
  }

  private void refused(Throwable failure) {
    Refusals.find(failure).ifPresentOrElse(this::beside, () -> Refusals.show(failure));
  }

  private void beside(Refused refused) {
    if (refused.code() == RefusalCode.PASSWORD_WRONG) {
      reject(current, Refusals.sentence(refused));
    } else if (refused.code() == RefusalCode.PASSWORD_TOO_WEAK
        || refused.code() == RefusalCode.PASSWORD_REUSED) {
      reject(replacement, Refusals.sentence(refused));
    } else {
      Refusals.show(refused);
    }
  }

  private static void clear(PasswordField field) {
    field.setInvalid(false);
  }

  private static void reject(PasswordField field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
    field.focus();
  }
}
