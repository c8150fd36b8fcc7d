package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.shell.view.Texts;

/** Telephone numbers of a patient, as many as there are, in any spelling. */
final class PhoneFields extends Div {
  private final List<TextField> fields = new ArrayList<>();
  private final Div rows = new Div();

  PhoneFields() {
    Button add =
        new Button(
            Texts.get("patient.phone.add"), VaadinIcon.PLUS.create(), click -> another("").focus());
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    addClassNames("repeat", "wide");
    add(rows, add);
    another("");
  }

  void setValue(List<String> phones) {
    fields.clear();
    rows.removeAll();
    phones.forEach(this::another);
    if (phones.isEmpty()) {
      another("");
    }
  }

  List<String> getValue() {
    return fields.stream().map(TextField::getValue).filter(text -> !text.isBlank()).toList();
  }

  /** The first field that is no telephone number is marked and gets the focus. */
  boolean check() {
    boolean good = true;
    for (TextField field : fields) {
      String typed = field.getValue();
      boolean wrong = !typed.isBlank() && PhoneNumber.parse(typed).isEmpty();
      field.setErrorMessage(Texts.get("patient.phone.invalid"));
      field.setInvalid(wrong);
      good &= !wrong;
    }
    return good;
  }

  private TextField another(String phone) {
    TextField field = new TextField(Texts.get("patient.phone.number", fields.size() + 1));
    field.setValue(phone);
    field.setMaxLength(20);
    field.getElement().setAttribute("inputmode", "tel");
    field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    field.addValueChangeListener(event -> understood(field));
    understood(field);
    Div row = new Div(field);
    row.addClassName("repeat-row");
    if (!fields.isEmpty()) {
      Button remove =
          new Button(
              Texts.get("patient.remove"),
              click -> {
                fields.remove(field);
                rows.remove(row);
              });
      remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      row.add(remove);
    }
    fields.add(field);
    rows.add(row);
    return field;
  }

  private static void understood(TextField field) {
    field.setHelperText(PhoneNumber.parse(field.getValue()).map(PhoneNumber::display).orElse(""));
  }
}
