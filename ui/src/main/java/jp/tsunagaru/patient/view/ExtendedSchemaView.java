package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.command.CancelExtendedSchema;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.ExtendedSchemaList;
import jp.tsunagaru.patient.query.ListExtendedSchemas;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 拡張情報の項目 (PT-08): what is asked for from which day on, by decision of the city. */
@Route(value = "extended-schema", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class ExtendedSchemaView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final ExtendedSchemas schemas;
  private final Clock clock;
  private final boolean operator = SignedInUser.require().has(Role.CITY_OPERATOR);
  private final Div page = new Div();

  ExtendedSchemaView(Gateways gateways, ExtendedSchemas schemas, Clock clock) {
    this.gateways = gateways;
    this.schemas = schemas;
    this.clock = clock;
    page.addClassName("schema-page");
    addClassName("page");
    add(new H1(getPageTitle()), new Paragraph(Texts.get("extendedSchema.explained")), page);
    gateways.ask(new ListExtendedSchemas(), ExtendedSchemaList.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("extendedSchema.title");
  }

  private void show(ExtendedSchemaList found) {
    ExtendedSchema inForce = schemas.inForce();
    Optional<ExtendedSchema> planned = schemas.planned();
    Div now =
        new Div(
            new Span(Texts.get("extendedSchema.inForce", ExtendedTexts.version(inForce.version()))),
            preview(inForce));
    now.addClassName("row");
    page.removeAll();
    page.add(now);
    planned.ifPresent(schema -> page.add(planned(schema)));
    if (operator) {
      page.add(editing(planned.orElse(inForce), planned.isPresent()));
    }
    page.add(course(found));
  }

  private Div planned(ExtendedSchema schema) {
    Div box =
        new Div(
            new Span(
                Texts.get(
                    "extendedSchema.planned",
                    DateTexts.date(schema.effectiveFrom()),
                    ExtendedTexts.version(schema.version()))),
            preview(schema));
    box.addClassNames("row", "attention-box");
    if (operator) {
      box.add(
          new Button(Texts.get("extendedSchema.cancel"), click -> askToCancel(schema)),
          new Span(Texts.get("extendedSchema.planned.edit")));
    }
    return box;
  }

  private Button preview(ExtendedSchema schema) {
    Button button =
        new Button(
            Texts.get("extendedSchema.preview"),
            click -> preview(schema.version(), schema.effectiveFrom(), schema.sections()));
    button.setAriaLabel(
        Texts.get("extendedSchema.previewOf", ExtendedTexts.version(schema.version())));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void preview(String version, LocalDate from, List<Section> sections) {
    Dialog dialog = new Dialog(Texts.get("extendedSchema.preview"));
    dialog.setWidth("min(860px, 98vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new ExtendedForm(
            schemas, new ExtendedSchema(version, from, sections), new ExtendedInfo(0, Map.of())));
    dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
    dialog.open();
  }

  private Div editing(ExtendedSchema from, boolean isPlanned) {
    SchemaEditor editor = new SchemaEditor(from);
    WarekiField day = new WarekiField(Texts.get("extendedSchema.effectiveFrom"));
    day.setValue(isPlanned ? from.effectiveFrom() : today());
    day.setRequiredIndicatorVisible(true);
    Button preview =
        new Button(
            Texts.get("extendedSchema.previewDraft"),
            click -> {
              if (isComplete(editor)) {
                preview(from.version(), today(), editor.sections());
              }
            });
    Button decide =
        new Button(Texts.get("extendedSchema.decide"), click -> ask(from, isPlanned, editor, day));
    decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div actions = new Div(preview, decide);
    actions.addClassNames("row", "end", "form-actions");
    Div editing =
        new Div(
            new H2(Texts.get("extendedSchema.edit")),
            new Paragraph(Texts.get("extendedSchema.kept")),
            editor,
            day,
            actions);
    editing.addClassName("schema-editing");
    return editing;
  }

  private static boolean isComplete(SchemaEditor editor) {
    boolean complete = editor.isComplete();
    if (!complete) {
      Refusals.warn(Texts.get("extendedSchema.incomplete"));
    }
    return complete;
  }

  private void ask(ExtendedSchema from, boolean isPlanned, SchemaEditor editor, WarekiField day) {
    LocalDate chosen = day.getValue();
    boolean possible = chosen != null && !chosen.isBefore(today());
    day.setErrorMessage(Texts.get("extendedSchema.effectiveFrom.wrong"));
    day.setInvalid(!possible);
    if (!isComplete(editor) || chosen == null || !possible) {
      return;
    }
    List<Section> sections = editor.sections();
    List<String> changes = SchemaChanges.between(from.sections(), sections);
    boolean otherDay = isPlanned && !chosen.equals(from.effectiveFrom());
    if (changes.isEmpty() && !otherDay) {
      Refusals.warn(Texts.get("extendedSchema.unchanged"));
      return;
    }
    Dialog dialog = new Dialog(Texts.get("extendedSchema.question"));
    UnorderedList lines = new UnorderedList();
    changes.forEach(change -> lines.add(new ListItem(change)));
    dialog.setWidth("min(640px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(Texts.get("extendedSchema.from", DateTexts.date(chosen))),
        lines,
        new Paragraph(Texts.get("extendedSchema.stays")));
    if (isPlanned) {
      dialog.add(
          new Paragraph(
              Texts.get("extendedSchema.replaces", ExtendedTexts.version(from.version()))));
    }
    Button decide =
        new Button(
            Texts.get("extendedSchema.decide"),
            click ->
                send(
                    dialog,
                    new DefineExtendedSchema(
                        ExtendedSchemasId.CITY, from.version(), chosen, sections),
                    Texts.get("extendedSchema.decided")));
    decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), decide);
    dialog.open();
  }

  private void askToCancel(ExtendedSchema planned) {
    Dialog dialog = new Dialog(Texts.get("extendedSchema.cancel.question"));
    Button cancel =
        new Button(
            Texts.get("extendedSchema.cancel"),
            click ->
                send(
                    dialog,
                    new CancelExtendedSchema(ExtendedSchemasId.CITY, planned.version()),
                    Texts.get("extendedSchema.cancelled")));
    cancel.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(
            Texts.get(
                "extendedSchema.cancel.explained",
                ExtendedTexts.version(planned.version()),
                DateTexts.date(planned.effectiveFrom()))));
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), cancel);
    dialog.open();
  }

  private void send(Dialog dialog, Object command, String done) {
    gateways.send(
        command,
        () -> {
          dialog.close();
          Refusals.done(done);
          Soon.ask(
              gateways,
              new ListExtendedSchemas(),
              ExtendedSchemaList.class,
              this::showsWhatIsDecided,
              shown -> {
                show(shown);
                page.scrollIntoView();
              },
              Refusals::show);
        });
  }

  /** Whether the list has come as far as the tables that decide. */
  private boolean showsWhatIsDecided(ExtendedSchemaList found) {
    String newest = schemas.planned().orElseGet(schemas::inForce).version();
    return newest.equals(
        found.versions().stream()
            .filter(version -> version.droppedAt() == null)
            .findFirst()
            .map(version -> Integer.toString(version.version()))
            .orElse(ExtendedSchema.BUILT_IN));
  }

  private Div course(ExtendedSchemaList found) {
    Div course = new Div(new H2(Texts.get("extendedSchema.course")));
    course.addClassName("versions");
    for (ExtendedSchemaList.Version version : found.versions()) {
      String number = Integer.toString(version.version());
      Div line =
          new Div(
              new Span(
                  Texts.get(
                      "extendedSchema.version",
                      ExtendedTexts.version(number),
                      DateTexts.date(version.effectiveFrom()),
                      version.by(),
                      DateTexts.moment(version.at()))));
      Instant dropped = version.droppedAt();
      String droppedBy = version.droppedBy();
      if (dropped != null && droppedBy != null) {
        Span gone =
            new Span(Texts.get("extendedSchema.dropped", droppedBy, DateTexts.moment(dropped)));
        gone.addClassName("state-chip");
        line.add(gone);
      }
      schemas.version(number).ifPresent(schema -> line.add(preview(schema)));
      line.addClassNames("row", "version");
      course.add(line);
    }
    Div builtIn = new Div(new Span(Texts.get("extendedSchema.builtIn")));
    schemas.version(ExtendedSchema.BUILT_IN).ifPresent(schema -> builtIn.add(preview(schema)));
    builtIn.addClassNames("row", "version");
    course.add(builtIn);
    return course;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
