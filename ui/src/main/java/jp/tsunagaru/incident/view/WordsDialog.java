package jp.tsunagaru.incident.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** One step that is told in words; what was typed stays when it is refused. */
final class WordsDialog extends Dialog {
  private final Gateways gateways;
  private final Runnable done;

  /**
   * @param key of the texts: itself, {@code .explained} and {@code .send}
   */
  WordsDialog(Gateways gateways, String key, Runnable done) {
    this.gateways = gateways;
    this.done = done;
    setHeaderTitle(Texts.get(key));
    setWidth("min(640px, 98vw)");
    setCloseOnOutsideClick(false);
    addClassName("sheet");
    add(new Paragraph(Texts.get(key + ".explained")));
  }

  static TextArea words(String key, int most) {
    TextArea area = new TextArea(Texts.find(key + ".words").orElseGet(() -> Texts.get(key)));
    area.setMaxLength(most);
    area.setWidthFull();
    area.setMinHeight("7rem");
    return area;
  }

  void ask(String key, int most, boolean required, Function<String, Object> command) {
    TextArea area = words(key, most);
    area.setRequired(required);
    add(area);
    finish(
        key,
        () -> {
          boolean missing = required && area.getValue().isBlank();
          area.setErrorMessage(Texts.get("incident.words.missing"));
          area.setInvalid(missing);
          return !missing;
        },
        () -> command.apply(area.getValue()));
  }

  WordsDialog with(Component... fields) {
    add(fields);
    return this;
  }

  void finish(String key, Supplier<Boolean> complete, Supplier<Object> command) {
    Button cancel = new Button(Texts.get("action.cancel"), click -> close());
    Button send = new Button(Texts.get(key + ".send"));
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClickListener(click -> {
      if (!complete.get()) {
        return;
      }
      try {
        gateways.send(
            command.get(),
            () -> {
              close();
              done.run();
            });
      } catch (RuntimeException refused) {
        Refusals.show(refused);
      }
    });
    getFooter().add(cancel, send);
    open();
  }
}
