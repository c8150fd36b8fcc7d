package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.RecordExtendedInfo;
import jp.tsunagaru.patient.query.ExtendedEntry;
import jp.tsunagaru.patient.query.ExtendedInfo;
import jp.tsunagaru.patient.query.GetExtendedInfo;
import jp.tsunagaru.patient.query.LinkedRecord;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 拡張情報 (PT-08): every value with its author and time, its history one press away. */
final class ExtendedTab extends Div {
  private final Gateways gateways;
  private final ExtendedSchemas schemas;
  private final PatientId patientId;
  private final Set<Right> rights;
  private final Consumer<Throwable> lost;
  private final List<MergedExtendedInfo> others;
  private boolean editing;
  private @Nullable ExtendedInfo shown;

  /**
   * @param linked other records of the same person (PT-09)
   */
  ExtendedTab(
      Gateways gateways,
      ExtendedSchemas schemas,
      PatientId patientId,
      List<LinkedRecord> linked,
      Set<Right> rights,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.schemas = schemas;
    this.patientId = patientId;
    this.rights = rights;
    this.lost = lost;
    others =
        linked.stream()
            .map(other ->
                new MergedExtendedInfo(
                    gateways, schemas, other, rights.contains(Right.EDIT_BASIC), this::takeOver))
            .toList();
    addClassName("tab-page");
    reload();
  }

  /** What is being typed here stays. */
  void changed(List<PatientChange> changes) {
    boolean concerned =
        changes.stream().anyMatch(change -> change.kind() == PatientChange.Kind.BASIC_INFO);
    if (concerned && !editing) {
      reload();
    }
  }

  private void showAnew() {
    editing = false;
    shown = null;
    reload();
  }

  private void reload() {
    gateways.ask(new GetExtendedInfo(patientId), ExtendedInfo.class, this::show, lost);
  }

  /** What is being typed stays, and what says the same: a press on its way is not lost. */
  private void show(ExtendedInfo info) {
    if (editing || info.equals(shown)) {
      return;
    }
    shown = info;
    removeAll();
    ExtendedSchema schema = schemas.inForce();
    if (rights.contains(Right.EDIT_BASIC)) {
      Button edit = new Button(Texts.get("patient.extended.edit"), click -> edit(schema, info));
      edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      add(edit);
    }
    others.forEach(other -> {
      other.load(info);
      add(other);
    });
    for (ExtendedSchema.Section section : schema.sections()) {
      DescriptionList facts = new DescriptionList();
      facts.addClassName("facts");
      for (ExtendedSchema.Field field : section.fields()) {
        facts.add(
            new DescriptionList.Term(field.label()),
            new DescriptionList.Description(fact(field, info)));
      }
      Div group = new Div(new H3(section.label()), facts);
      group.addClassName("form-section");
      add(group);
    }
    former(schema, info);
    Span version =
        new Span(Texts.get("patient.extended.schema", ExtendedTexts.version(schema.version())));
    version.addClassNames("small", "muted");
    add(version);
  }

  private Component fact(ExtendedSchema.Field field, ExtendedInfo info) {
    List<ExtendedEntry> entries = info.history().getOrDefault(field.code(), List.of());
    Div fact = new Div();
    fact.addClassName("extended-fact");
    if (entries.isEmpty()) {
      Span nothing = new Span(Texts.get("patient.none"));
      nothing.addClassNames("extended-value", "muted");
      fact.add(nothing);
      return fact;
    }
    ExtendedEntry newest = entries.getFirst();
    fact.add(value(field.code(), newest));
    Button history =
        new Button(
            Texts.get(
                "patient.extended.by",
                newest.author(),
                DateTexts.shortDate(DateTexts.day(newest.recordedAt())),
                entries.size()),
            click -> history(field, entries));
    history.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    history.setAriaLabel(Texts.get("patient.extended.history", field.label()));
    fact.add(history);
    return fact;
  }

  private Span value(String code, ExtendedEntry entry) {
    Span value =
        new Span(ExtendedTexts.of(schemas.toRead(code, entry.schemaVersion()), entry.values()));
    value.addClassName("extended-value");
    return value;
  }

  /** What the schema in force has no place for any more is still there, in the words of then. */
  private void former(ExtendedSchema schema, ExtendedInfo info) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    info.history()
        .forEach((code, entries) -> {
          if (schema.field(code).isEmpty() && !info.valuesOf(code).isEmpty()) {
            ExtendedSchema.Field field = schemas.toRead(code, entries.getFirst().schemaVersion());
            facts.add(
                new DescriptionList.Term(field.label()),
                new DescriptionList.Description(fact(field, info)));
          }
        });
    if (facts.getComponentCount() > 0) {
      Div group = new Div(new H3(Texts.get("patient.extended.former")), facts);
      group.addClassName("form-section");
      add(group);
    }
  }

  private void history(ExtendedSchema.Field field, List<ExtendedEntry> entries) {
    Dialog dialog = new Dialog(Texts.get("patient.extended.history", field.label()));
    Div list = new Div();
    list.addClassName("versions");
    for (ExtendedEntry entry : entries) {
      Span by =
          new Span(
              Texts.get(
                  "patient.history.by",
                  entry.author(),
                  entry.facility(),
                  DateTexts.moment(entry.recordedAt())));
      by.addClassNames("small", "muted");
      Div row = new Div(by, new Div(value(field.code(), entry)));
      row.addClassName("version");
      list.add(row);
    }
    dialog.setWidth("min(640px, 98vw)");
    dialog.add(list);
    dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
    dialog.open();
  }

  private void edit(ExtendedSchema schema, ExtendedInfo info) {
    editing = true;
    shown = null;
    ExtendedForm form = new ExtendedForm(schemas, schema, info);
    Button save = new Button(Texts.get("action.save"), click -> save(form, schema, info));
    Button cancel = new Button(Texts.get("action.cancel"), click -> showAnew());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div actions = new Div(cancel, save);
    actions.addClassNames("row", "end", "form-actions");
    removeAll();
    add(form, actions);
  }

  private void save(ExtendedForm form, ExtendedSchema schema, ExtendedInfo info) {
    if (!form.check()) {
      return;
    }
    Map<String, List<String>> changes = form.changes();
    if (changes.isEmpty()) {
      showAnew();
      return;
    }
    send(info, schema, changes, failure -> notSaved(failure, form));
  }

  private void takeOver(ExtendedInfo info, Map<String, List<String>> changes) {
    send(
        info,
        schemas.inForce(),
        changes,
        failure -> {
          Refusals.show(failure);
          showAnew();
        });
  }

  private void send(
      ExtendedInfo info,
      ExtendedSchema schema,
      Map<String, List<String>> changes,
      Consumer<Throwable> otherwise) {
    gateways.send(
        new RecordExtendedInfo(
            patientId, info.version(), schema.version(), new ExtendedValues(changes)),
        () -> {
          Refusals.done(Texts.get("patient.extended.saved", changes.size()));
          Soon.ask(
              gateways,
              new GetExtendedInfo(patientId),
              ExtendedInfo.class,
              found -> found.version() > info.version(),
              found -> {
                editing = false;
                show(found);
              },
              lost);
        },
        otherwise);
  }

  /** Somebody was faster: their values appear, what was typed here stays beside them. */
  private void notSaved(Throwable failure, ExtendedForm form) {
    Refusals.show(failure);
    if (!Refusals.is(failure, RefusalCode.CONFLICT)) {
      return;
    }
    Map<String, List<String>> typed = form.changes();
    gateways.ask(
        new GetExtendedInfo(patientId),
        ExtendedInfo.class,
        newer -> {
          ExtendedSchema schema = schemas.inForce();
          edit(schema, newer);
          getChildren()
              .filter(ExtendedForm.class::isInstance)
              .map(ExtendedForm.class::cast)
              .forEach(again -> again.typed(typed));
          addComponentAsFirst(new Paragraph(Texts.get("patient.extended.conflict")));
        },
        lost);
  }
}
