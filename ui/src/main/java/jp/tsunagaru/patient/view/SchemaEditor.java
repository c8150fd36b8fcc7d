package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.shell.view.Texts;

/** A schema of 拡張情報 to change; codes are made here and never shown. */
final class SchemaEditor extends Div {
  private final Div sections = new Div();

  SchemaEditor(ExtendedSchema schema) {
    schema.sections().forEach(section -> sections.add(new SectionEditor(section)));
    sections.addClassName("schema-sections");
    Button add =
        new Button(
            Texts.get("extendedSchema.addSection"),
            VaadinIcon.PLUS.create(),
            click -> {
              SectionEditor added = new SectionEditor(new Section("", List.of()));
              sections.add(added);
              added.label.focus();
            });
    addClassName("schema-editor");
    add(sections, add);
  }

  /** Whether everything has a name and something in it; what is missing is marked. */
  boolean isComplete() {
    boolean complete = sections.getComponentCount() > 0;
    for (SectionEditor section : editors()) {
      complete &= section.isComplete();
    }
    return complete;
  }

  private List<SectionEditor> editors() {
    return sections.getChildren().map(SectionEditor.class::cast).toList();
  }

  List<Section> sections() {
    return editors().stream().map(SectionEditor::section).toList();
  }
}
