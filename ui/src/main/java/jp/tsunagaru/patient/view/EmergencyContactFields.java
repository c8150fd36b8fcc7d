package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.shell.view.Texts;

/** 緊急連絡先: any number of people with 続柄 and telephone. */
final class EmergencyContactFields extends Div {
  private final List<Row> contacts = new ArrayList<>();
  private final Div rows = new Div();

  EmergencyContactFields() {
    Button add =
        new Button(
            Texts.get("patient.emergency.add"),
            VaadinIcon.PLUS.create(),
            click -> add("", "", "").name().focus());
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    addClassNames("repeat", "wide");
    add(rows, add);
  }

  void setValue(List<EmergencyContact> values) {
    contacts.clear();
    rows.removeAll();
    values.forEach(each -> add(each.name(), each.relationship(), each.phone()));
  }

  /** Only after {@link #check()}. */
  List<EmergencyContact> getValue() {
    return contacts.stream()
        .filter(row -> !row.isBlank())
        .map(row ->
            new EmergencyContact(
                    row.name().getValue(), row.relationship().getValue(), row.phone().getValue())
                .checked())
        .toList();
  }

  boolean check() {
    boolean good = true;
    for (Row row : contacts) {
      boolean used = !row.isBlank();
      boolean nameless = used && row.name().getValue().isBlank();
      boolean phoneless = used && PhoneNumber.parse(row.phone().getValue()).isEmpty();
      row.name().setErrorMessage(Texts.get("patient.missing"));
      row.name().setInvalid(nameless);
      row.phone().setErrorMessage(Texts.get("patient.phone.invalid"));
      row.phone().setInvalid(phoneless);
      good &= !nameless && !phoneless;
    }
    return good;
  }

  private Row add(String name, String relationship, String phone) {
    Row fields =
        new Row(
            new TextField(Texts.get("patient.emergency.name"), name, ""),
            new TextField(Texts.get("patient.emergency.relationship"), relationship, ""),
            new TextField(Texts.get("patient.emergency.phone"), phone, ""));
    fields.name().setMaxLength(80);
    fields.relationship().setMaxLength(20);
    fields.phone().setMaxLength(20);
    fields.phone().getElement().setAttribute("inputmode", "tel");
    Div line = new Div(fields.name(), fields.relationship(), fields.phone());
    line.addClassNames("repeat-row", "three");
    Button remove =
        new Button(
            Texts.get("patient.remove"),
            click -> {
              contacts.remove(fields);
              rows.remove(line);
            });
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    line.add(remove);
    contacts.add(fields);
    rows.add(line);
    return fields;
  }

  private record Row(TextField name, TextField relationship, TextField phone) {
    boolean isBlank() {
      return name.getValue().isBlank()
          && relationship.getValue().isBlank()
          && phone.getValue().isBlank();
    }
  }
}
