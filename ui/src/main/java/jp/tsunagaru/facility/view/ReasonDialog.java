package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** Asks for the reason of a decision of the city; nothing is sent without one. */
final class ReasonDialog {
  private ReasonDialog() {}

  /**
   * @param title key of the title and of the button; with {@code .text} of what is decided, with
   *     {@code .done} of what is said afterwards
   */
  static void ask(
      Gateways gateways,
      String title,
      boolean danger,
      int longest,
      Function<String, Object> command,
      Runnable decided) {
    Dialog dialog = new Dialog(Texts.get(title));
    dialog.addClassName("sheet");
    dialog.setWidth("36rem");
    TextArea reason = new TextArea(Texts.get("field.reason"));
    reason.setWidthFull();
    reason.setMinRows(4);
    reason.setMaxLength(longest);
    reason.setRequiredIndicatorVisible(true);
    reason.setErrorMessage(Texts.get("facility.reason.missing"));
    Button submit =
        new Button(
            Texts.get(title),
            click -> {
              if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.focus();
                return;
              }
              gateways.send(
                  command.apply(reason.getValue()),
                  () -> {
                    dialog.close();
                    Refusals.done(Texts.get(title + ".done"));
                    decided.run();
                  });
            });
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    if (danger) {
      submit.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
    dialog.add(new Paragraph(Texts.get(title + ".text")), reason);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), submit);
    dialog.open();
  }
}
