package jp.tsunagaru.account.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** Shows a one-time password this once: nobody can read it again (AC-03). */
public class OneTimePasswordDialog extends Dialog {
  public OneTimePasswordDialog(String person, String loginId, Secret secret) {
    setHeaderTitle(Texts.get("secret.title"));
    addClassNames("sheet", "secret-sheet");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    setWidth("36rem");
    Div id = value(loginId);
    Div password = value(secret.value());
    Button copy = new Button(Texts.get("secret.copy"), click -> copy(loginId, secret));
    Button print =
        new Button(
            Texts.get("action.print"),
            click -> UI.getCurrent().getPage().executeJs("window.print()"));
    Button close = new Button(Texts.get("secret.close"), click -> close());
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new Paragraph(Texts.get("secret.for", person)),
        label("secret.id"),
        id,
        label("secret.password"),
        password,
        warning());
    getFooter().add(copy, print, close);
  }

  private static Paragraph label(String key) {
    Paragraph label = new Paragraph(Texts.get(key));
    label.addClassNames("muted", "small", "secret-label");
    return label;
  }

  private static Div value(String text) {
    Div value = new Div();
    value.setText(text);
    value.addClassName("secret");
    return value;
  }

  private static Paragraph warning() {
    Paragraph warning = new Paragraph(Texts.get("secret.once"));
    warning.addClassName("attention-box");
    return warning;
  }

  private static void copy(String loginId, Secret secret) {
    UI.getCurrent()
        .getPage()
        .executeJs(
            "window.tsunagaru && window.tsunagaru.copy($0)",
            Texts.get("secret.copied.text", loginId, secret.value()));
    Refusals.done(Texts.get("action.copied"));
  }
}
