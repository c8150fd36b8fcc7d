package jp.tsunagaru.form.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagaru.form.FindingCode;
import jp.tsunagaru.form.FormContext;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormFinding;
import jp.tsunagaru.form.FormSection;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.Provenance;

/** All fields of a sheet in its order, with sub-fields that open when their choice is ticked. */
final class FormFields extends Div {
  private final FormDefinition definition;
  private final FormContext context;
  private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
  private boolean showsMissing;

  /**
   * @param changed runs after a change, with what the rules say now
   */
  FormFields(
      FormDefinition definition,
      FormContext context,
      java.util.function.Consumer<List<FormFinding>> changed) {
    this.definition = definition;
    this.context = context;
    for (FormSection part : definition.sections()) {
      Section section = new Section(new H3(part.title()));
      section.addClassName("form-section");
      for (FormField field : part.fields()) {
        FieldEditor editor =
            new FieldEditor(
                field,
                () -> {
                  check();
                  changed.accept(findings());
                });
        editors.put(field.code(), editor);
        section.add(editor);
      }
      add(section);
    }
    addClassName("form-fields");
  }

  void fill(FormValues values, Map<String, Provenance> provenance) {
    editors.forEach((code, editor) -> {
      editor.setValue(values.list(code));
      editor.show(provenance.get(code));
    });
    check();
  }

  /** What stands in open fields; what a closed one still holds is not part of the form. */
  FormValues values() {
    Map<String, List<String>> all = new HashMap<>();
    editors.forEach((code, editor) -> {
      List<String> value = editor.value();
      if (value.stream().anyMatch(text -> !text.isEmpty())) {
        all.put(code, value);
      }
    });
    FormValues everything = new FormValues(all);
    return new FormValues(
        all.entrySet().stream()
            .filter(entry -> definition.isOpen(definition.field(entry.getKey()), everything))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  List<FormFinding> findings() {
    return definition.findings(values(), context);
  }

  /** The first field whose content cannot be kept. */
  Optional<FieldEditor> unreadable() {
    return editors.values().stream()
        .filter(editor -> editor.isVisible() && editor.isUnreadable())
        .findFirst();
  }

  /** From now on what is missing is said beside its field, not only counted. */
  void showMissing() {
    showsMissing = true;
    check();
  }

  void scrollTo(String field) {
    FieldEditor editor = editors.get(field);
    if (editor != null) {
      editor.getElement().callJsFunction("scrollIntoView", "{block:'center'}");
    }
  }

  private void check() {
    FormValues values = values();
    Map<String, List<FormFinding>> found =
        definition.findings(values, context).stream()
            .filter(finding -> showsMissing || finding.code() != FindingCode.REQUIRED)
            .collect(Collectors.groupingBy(FormFinding::field));
    editors.forEach((code, editor) -> {
      String whole = editor.field().subsetOf();
      if (whole == null) {
        editor.setVisible(definition.isOpen(editor.field(), values));
      } else {
        editor.offer(values.list(whole));
        editor.setVisible(!values.isEmpty(whole));
      }
      editor.show(found.getOrDefault(code, List.of()));
    });
  }
}
