package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import jp.tsunagaru.shell.view.Texts;

/** A named part among others of its kind: moved up and down, and taken away. */
abstract class OrderedEditor extends Div {
  private static final int LONGEST_LABEL = 60;

  final TextField label;
  final Div moves = new Div();

  OrderedEditor(String caption, String value) {
    label = new TextField(caption);
    label.setValue(value);
    label.setMaxLength(LONGEST_LABEL);
    label.setRequiredIndicatorVisible(true);
    label.setErrorMessage(Texts.get("consent.missing"));
    moves.addClassName("schema-moves");
    Button up = button(VaadinIcon.ARROW_UP, () -> move(-1));
    Button down = button(VaadinIcon.ARROW_DOWN, () -> move(1));
    Button remove = button(VaadinIcon.TRASH, this::removeFromParent);
    moves.add(up, down, remove);
    label.addValueChangeListener(event -> name(up, down, remove));
    name(up, down, remove);
  }

  private void name(Button up, Button down, Button remove) {
    String name = label.getValue();
    up.setAriaLabel(Texts.get("extendedSchema.up", name));
    down.setAriaLabel(Texts.get("extendedSchema.down", name));
    remove.setAriaLabel(Texts.get("extendedSchema.remove", name));
  }

  private static Button button(VaadinIcon icon, Runnable pressed) {
    Button button = new Button(icon.create(), click -> pressed.run());
    button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void move(int by) {
    Component among = getParent().orElseThrow();
    List<Component> all = among.getChildren().toList();
    int place = all.indexOf(this) + by;
    if (place >= 0 && place < all.size()) {
      removeFromParent();
      ((HasComponents) among).addComponentAtIndex(place, this);
    } else {
      beyond(by);
    }
  }

  /** At the end of its container it stays where it is, unless there is another one. */
  void beyond(int by) {}

  /** Whether it has a name; it is marked where not. */
  boolean isNamed() {
    label.setInvalid(label.getValue().isBlank());
    return !label.isInvalid();
  }

  /** A code nobody used before; by it values are stored. */
  static String newCode() {
    return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
  }
}
