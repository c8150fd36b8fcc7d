package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** One step of a review that is told in words; what was typed stays when it is refused. */
class ReviewWords extends Dialog {
  private final TextArea words = new TextArea();

  /**
   * @param key of the texts: itself, {@code .do}, {@code .explained} and {@code .done}
   */
  ReviewWords(
      Gateways gateways, String key, int most, Function<String, Object> command, Runnable done) {
    words.setLabel(Texts.get(key));
    words.setMaxLength(most);
    words.setRequired(true);
    words.setWidthFull();
    words.setMinHeight("8rem");
    words.setErrorMessage(Texts.get("logReview.words.missing"));
    Button send =
        new Button(
            Texts.get(key + ".send"),
            click -> {
              words.setInvalid(words.getValue().isBlank());
              if (!words.isInvalid()) {
                try {
                  gateways.send(
                      command.apply(words.getValue()),
                      () -> {
                        close();
                        Refusals.done(Texts.get(key + ".done"));
                        done.run();
                      });
                } catch (RuntimeException refused) {
                  Refusals.show(refused);
                }
              }
            });
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    setHeaderTitle(Texts.get(key + ".do"));
    setWidth("min(640px, 98vw)");
    setCloseOnOutsideClick(false);
    addClassName("sheet");
    add(new Paragraph(Texts.get(key + ".explained")), words);
    getFooter().add(new Button(Texts.get("action.cancel"), click -> close()), send);
  }

  /** Words to begin with. */
  ReviewWords with(String text) {
    words.setValue(text);
    return this;
  }
}
