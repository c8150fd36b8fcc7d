package jp.tsunagaru.form.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormSection;
import jp.tsunagaru.form.FormValues;

/** A form to read, by its own version: what was filled in, in the order of the sheet. */
final class FormFacts extends Div {
  FormFacts(FormDefinition definition, FormValues values) {
    addClassName("form-facts");
    for (FormSection part : definition.sections()) {
      List<FormField> filled =
          part.fields().stream().filter(field -> !values.isEmpty(field.code())).toList();
      if (filled.isEmpty()) {
        continue;
      }
      DescriptionList facts = new DescriptionList();
      facts.addClassName("facts");
      for (FormField field : filled) {
        DescriptionList.Description words =
            new DescriptionList.Description(FormWords.of(field, values));
        words.addClassName("form-words");
        facts.add(new DescriptionList.Term(field.label()), words);
      }
      add(new Section(new H3(part.title()), facts));
    }
  }
}
