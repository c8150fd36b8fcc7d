package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 拡張情報 to write, made of the schema in force. Only what was changed is sent. */
final class ExtendedForm extends Div {
  private static final int MOST_TEXT = 200;
  private static final int MOST_LONG = 2_000;

  private final ExtendedInfo info;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final List<WarekiField> dates = new ArrayList<>();

  private record Input(
      Component component, Supplier<List<String>> read, Consumer<List<String>> write) {}

  ExtendedForm(ExtendedSchema schema, ExtendedInfo info) {
    this.info = info;
    addClassName("basic-form");
    for (ExtendedSchema.Section section : schema.sections()) {
      Div fields = new Div();
      fields.addClassName("two-fields");
      for (ExtendedSchema.Field field : section.fields()) {
        Input input = input(field);
        input.write().accept(info.valuesOf(field.code()));
        inputs.put(field.code(), input);
        fields.add(input.component());
      }
      Div group = new Div(new H3(section.label()), fields);
      group.addClassName("form-section");
      add(group);
    }
  }

  boolean check() {
    for (WarekiField date : dates) {
      if (date.isUnreadable()) {
        date.setErrorMessage(Texts.get("patient.date.unreadable"));
        date.setInvalid(true);
        return false;
      }
    }
    return true;
  }

  /** By code; an empty list for what was emptied. */
  Map<String, List<String>> changes() {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    inputs.forEach((code, input) -> {
      List<String> now = input.read().get();
      if (!now.equals(info.valuesOf(code))) {
        changes.put(code, now);
      }
    });
    return changes;
  }

  /** Puts back what was typed into a form that is no more. */
  void typed(Map<String, List<String>> changes) {
    changes.forEach((code, values) -> {
      Input input = inputs.get(code);
      if (input != null) {
        input.write().accept(values);
      }
    });
  }

  private Input input(ExtendedSchema.Field field) {
    return switch (field.kind()) {
      case TEXT -> {
        TextField text = new TextField(field.label());
        text.setMaxLength(MOST_TEXT);
        yield text(text, text);
      }
      case LONG -> {
        TextArea text = new TextArea(field.label());
        text.setMaxLength(MOST_LONG);
        text.addClassName("wide");
        yield text(text, text);
      }
      case DATE -> {
        WarekiField date = new WarekiField(field.label());
        dates.add(date);
        yield new Input(
            date,
            () -> {
              LocalDate value = date.getValue();
              return value == null ? List.of() : List.of(value.toString());
            },
            values -> date.setValue(values.isEmpty() ? null : LocalDate.parse(values.getFirst())));
      }
      case CHOICE -> choice(field);
      case CHOICES -> choices(field);
    };
  }

  private static Input text(Component component, HasValue<?, String> field) {
    return new Input(
        component,
        () -> field.getValue().isBlank() ? List.of() : List.of(field.getValue().strip()),
        values -> field.setValue(values.isEmpty() ? "" : values.getFirst()));
  }

  private static Input choice(ExtendedSchema.Field field) {
    Select<String> select = new Select<>();
    select.setLabel(field.label());
    select.setItems(codes(field));
    select.setItemLabelGenerator(
        code -> code == null ? Texts.get("patient.none") : field.labelOf(code));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(Texts.get("patient.none"));
    return new Input(
        select,
        () -> {
          String value = select.getValue();
          return value == null ? List.of() : List.of(value);
        },
        values ->
            select.setValue(
                values.stream().filter(codes(field)::contains).findFirst().orElse(null)));
  }

  private static Input choices(ExtendedSchema.Field field) {
    CheckboxGroup<String> group = new CheckboxGroup<>(field.label());
    group.setItems(codes(field));
    group.setItemLabelGenerator(field::labelOf);
    group.addClassName("wide");
    return new Input(
        group,
        () -> codes(field).stream().filter(group.getValue()::contains).toList(),
        values -> {
          LinkedHashSet<String> known = new LinkedHashSet<>(values);
          known.retainAll(codes(field));
          group.setValue(known);
        });
  }

  private static List<String> codes(ExtendedSchema.Field field) {
    return field.options().stream().map(Option::code).toList();
  }
}
