package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.shell.view.Texts;

/** One section and its fields. */
final class SectionEditor extends OrderedEditor {
  private final Div fields = new Div();
  private final Span missing = new Span(Texts.get("extendedSchema.noField"));

  SectionEditor(Section section) {
    super(Texts.get("extendedSchema.section"), section.label());
    section.fields().forEach(field -> fields.add(new FieldEditor(field)));
    Div line = new Div(label, moves);
    line.addClassName("schema-line");
    Button add =
        new Button(
            Texts.get("extendedSchema.addField"),
            VaadinIcon.PLUS.create(),
            click -> {
              FieldEditor added = new FieldEditor();
              fields.add(added);
              added.label.focus();
            });
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    fields.addClassName("schema-fields");
    missing.addClassName("schema-missing");
    missing.setVisible(false);
    addClassNames("card", "schema-section");
    add(line, fields, missing, add);
  }

  /** The section after this one for 1, before it for -1. */
  Optional<SectionEditor> neighbour(int by) {
    List<Component> all = getParent().orElseThrow().getChildren().toList();
    int place = all.indexOf(this) + by;
    return place >= 0 && place < all.size()
        ? Optional.of((SectionEditor) all.get(place))
        : Optional.empty();
  }

  /** A field that came from above stands first, one from below last. */
  void take(FieldEditor field, int cameBy) {
    fields.addComponentAtIndex(cameBy > 0 ? 0 : fields.getComponentCount(), field);
  }

  boolean isComplete() {
    boolean complete = isNamed();
    missing.setVisible(fields.getComponentCount() == 0);
    complete &= fields.getComponentCount() > 0;
    for (FieldEditor field : editors()) {
      complete &= field.isComplete();
    }
    return complete;
  }

  private List<FieldEditor> editors() {
    return fields.getChildren().map(FieldEditor.class::cast).toList();
  }

  Section section() {
    return new Section(
        label.getValue().strip(), editors().stream().map(FieldEditor::field).toList());
  }
}
