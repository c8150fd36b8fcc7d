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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 拡張情報 to write, made of the schema in force. Only what was changed is sent. */
final class ExtendedForm extends Div {
  private static final int MOST_TEXT = 200;
  private static final int MOST_LONG = 2_000;

  private final ExtendedSchemas schemas;
  private final ExtendedInfo info;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final List<WarekiField> dates = new ArrayList<>();

  private record Input(
      Component component, Supplier<List<String>> read, Consumer<List<String>> write) {}

  ExtendedForm(ExtendedSchemas schemas, ExtendedSchema schema, ExtendedInfo info) {
    this.schemas = schemas;
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
      List<String> before = info.valuesOf(code);
      boolean same = now.size() == before.size() && now.containsAll(before);
      if (!same) {
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

  private Input choice(ExtendedSchema.Field field) {
    Select<String> select = new Select<>();
    List<String> codes = codes(field);
    select.setLabel(field.label());
    select.setItems(codes);
    select.setItemLabelGenerator(
        code -> code == null ? Texts.get("patient.none") : label(field, code));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(Texts.get("patient.none"));
    return new Input(
        select,
        () -> {
          String value = select.getValue();
          return value == null ? List.of() : List.of(value);
        },
        values ->
            select.setValue(values.stream().filter(codes::contains).findFirst().orElse(null)));
  }

  private Input choices(ExtendedSchema.Field field) {
    CheckboxGroup<String> group = new CheckboxGroup<>(field.label());
    List<String> codes = codes(field);
    group.setItems(codes);
    group.setItemLabelGenerator(code -> label(field, code));
    group.addClassName("wide");
    if (!codes.stream().allMatch(field::offers)) {
      group.setHelperText(Texts.get("patient.extended.leavesOut"));
    }
    return new Input(
        group,
        () -> chosen(field, codes.stream().filter(group.getValue()::contains).toList()),
        values -> {
          LinkedHashSet<String> known = new LinkedHashSet<>(values);
          known.retainAll(codes);
          group.setValue(known);
        });
  }

  /** What is not offered any more stays as long as nothing else is chosen. */
  private List<String> chosen(ExtendedSchema.Field field, List<String> now) {
    return Set.copyOf(now).equals(Set.copyOf(info.valuesOf(field.code())))
        ? now
        : now.stream().filter(field::offers).toList();
  }

  /** What is offered, and what stands there although it is not offered any more. */
  private List<String> codes(ExtendedSchema.Field field) {
    return Stream.concat(
            field.options().stream().map(Option::code), info.valuesOf(field.code()).stream())
        .distinct()
        .toList();
  }

  private String label(ExtendedSchema.Field field, String code) {
    if (field.offers(code)) {
      return field.labelOf(code);
    }
    String writtenBy =
        info.history().getOrDefault(field.code(), List.of()).getFirst().schemaVersion();
    return Texts.get(
        "patient.extended.notOffered", schemas.toRead(field.code(), writtenBy).labelOf(code));
  }
}
