package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.shell.view.Texts;

/** One field: its name, its kind as long as no value can have it, its options. */
final class FieldEditor extends OrderedEditor {
  private final String code;
  private final Select<Kind> kind = new Select<>();
  private final Div options = new Div();
  private final Details choice = new Details();
  private final Span missing = new Span(Texts.get("extendedSchema.noOption"));

  /** A new one, which has no name yet. */
  FieldEditor() {
    this(new Field(newCode(), Kind.TEXT, "", List.of()), true);
  }

  FieldEditor(Field field) {
    this(field, false);
  }

  private FieldEditor(Field field, boolean isNew) {
    super(Texts.get("extendedSchema.field"), field.label());
    code = field.code();
    kind.setLabel(Texts.get("extendedSchema.kind"));
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(each -> Texts.of("extendedSchema.kind", each));
    kind.setValue(field.kind());
    kind.setReadOnly(!isNew);
    kind.addValueChangeListener(event -> showChoice());
    field.options().forEach(option -> options.add(new OptionEditor(option)));
    options.addClassName("schema-options");
    Button add =
        new Button(
            Texts.get("extendedSchema.addOption"),
            VaadinIcon.PLUS.create(),
            click -> {
              OptionEditor added = new OptionEditor(new Option(newCode(), ""));
              options.add(added);
              added.label.focus();
              summarize();
            });
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    missing.addClassName("schema-missing");
    missing.setVisible(false);
    Div inside = new Div(options, missing, add);
    inside.addClassName("schema-choice");
    choice.add(inside);
    choice.setOpened(isNew);
    choice.addOpenedChangeListener(event -> summarize());
    Div line = new Div(label, kind, moves);
    line.addClassName("schema-line");
    addClassName("schema-field");
    add(line, choice);
    showChoice();
  }

  private void showChoice() {
    choice.setVisible(kind.getValue().hasOptions());
    summarize();
  }

  private void summarize() {
    choice.setSummaryText(
        Texts.get(
            "extendedSchema.options",
            editors().stream()
                .map(option -> option.label.getValue())
                .collect(Collectors.joining(Texts.get("list.separator")))));
  }

  /** From one section into the next, or into the one before. */
  @Override
  void beyond(int by) {
    findAncestor(SectionEditor.class)
        .neighbour(by)
        .ifPresent(section -> {
          removeFromParent();
          section.take(this, by);
        });
  }

  boolean isComplete() {
    boolean complete = isNamed();
    if (kind.getValue().hasOptions()) {
      missing.setVisible(options.getComponentCount() == 0);
      complete &= options.getComponentCount() > 0;
      for (OptionEditor option : editors()) {
        complete &= option.isNamed();
      }
      choice.setOpened(choice.isOpened() || !complete);
    }
    return complete;
  }

  private List<OptionEditor> editors() {
    return options.getChildren().map(OptionEditor.class::cast).toList();
  }

  Field field() {
    return new Field(
        code,
        kind.getValue(),
        label.getValue().strip(),
        kind.getValue().hasOptions()
            ? editors().stream().map(OptionEditor::option).toList()
            : List.of());
  }

  private static final class OptionEditor extends OrderedEditor {
    private final String code;

    OptionEditor(Option option) {
      super("", option.label());
      code = option.code();
      label.setAriaLabel(Texts.get("extendedSchema.option"));
      addClassName("schema-line");
      add(label, moves);
    }

    Option option() {
      return new Option(code, label.getValue().strip());
    }
  }
}
