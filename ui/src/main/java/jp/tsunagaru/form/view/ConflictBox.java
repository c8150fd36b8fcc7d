package jp.tsunagaru.form.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.FormSheet;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Somebody else saved the same draft: what differs, and whose words shall stand (DC-03). */
final class ConflictBox extends Div {
  /**
   * @param own what stands on the screen and was not saved
   * @param keepOwn saves it over the other's
   * @param takeOther puts the other's on the screen
   */
  ConflictBox(
      FormDefinition definition,
      FormValues own,
      FormSheet other,
      Runnable keepOwn,
      Runnable takeOther) {
    addClassNames("attention-box", "form-conflict");
    getElement().setAttribute("role", "alert");
    add(
        new Paragraph(
            Texts.get(
                "form.conflict.who", other.author().name(), DateTexts.moment(other.changedAt()))));
    UnorderedList differences = new UnorderedList();
    for (FormField field : definition.fields()) {
      if (!own.list(field.code()).equals(other.values().list(field.code()))) {
        differences.add(
            new ListItem(
                Texts.get(
                    "form.conflict.field",
                    field.label(),
                    words(field, own),
                    words(field, other.values()))));
      }
    }
    Button keep = new Button(Texts.get("form.conflict.keep"), click -> keepOwn.run());
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div choice =
        new Div(keep, new Button(Texts.get("form.conflict.take"), click -> takeOther.run()));
    choice.addClassName("row");
    add(differences, choice);
  }

  private static String words(FormField field, FormValues values) {
    return values.isEmpty(field.code())
        ? Texts.get("form.conflict.nothing")
        : FormWords.of(field, values);
  }
}
