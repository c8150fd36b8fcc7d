package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** What an article may hold beside its words (DC-10): each part unfolds when it is wanted. */
final class PartsForm extends Div {
  private final Clock clock;
  private final Runnable changed;
  private final Map<ArticlePart, Button> openers = new EnumMap<>(ArticlePart.class);
  private final Map<ArticlePart, Div> sections = new EnumMap<>(ArticlePart.class);
  private final Div place = new Div();
  private final Div doors = new Div();
  private final MedicinesForm medicines;
  private final ResultsForm results;
  private VitalsForm vitals;

  PartsForm(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      Runnable changed) {
    this.clock = clock;
    this.changed = changed;
    medicines = new MedicinesForm(gateways, clock, patientId, alongside, changed);
    results = new ResultsForm(changed);
    vitals = new VitalsForm(clock, changed);
    for (ArticlePart part : ArticlePart.values()) {
      Button opener =
          new Button(
              Texts.of("document.part", part), VaadinIcon.PLUS.create(), click -> begin(part));
      opener.addThemeVariants(ButtonVariant.LUMO_SMALL);
      openers.put(part, opener);
      doors.add(opener);
    }
    doors.addClassName("part-doors");
    place.addClassName("part-sections");
    addClassName("parts-form");
    add(doors, place);
  }

  private void begin(ArticlePart part) {
    open(part);
    switch (part) {
      case VITALS -> vitals.focusFirst();
      case MEDICINES -> medicines.add();
      case RESULTS -> results.add();
    }
  }

  private void open(ArticlePart part) {
    if (sections.containsKey(part)) {
      return;
    }
    if (part == ArticlePart.VITALS) {
      vitals = new VitalsForm(clock, changed);
    }
    if (part == ArticlePart.MEDICINES) {
      medicines.askWhatIsTaken();
    }
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> drop(part));
    close.setAriaLabel(Texts.get("document.part.remove", Texts.of("document.part", part)));
    close.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    Div head = new Div(new H4(Texts.of("document.part", part)), close);
    head.addClassName("part-head");
    Div section = new Div(head, form(part));
    section.addClassName("part-section");
    sections.put(part, section);
    place.removeAll();
    place.add(List.copyOf(sections.values()));
    doors.remove(openers.get(part));
  }

  private Component form(ArticlePart part) {
    return switch (part) {
      case VITALS -> vitals;
      case MEDICINES -> medicines;
      case RESULTS -> results;
    };
  }

  private void close(ArticlePart part) {
    Div section = sections.remove(part);
    if (section != null) {
      place.remove(section);
      doors.removeAll();
      openers.forEach((each, opener) -> {
        if (!sections.containsKey(each)) {
          doors.add(opener);
        }
      });
    }
  }

  private void drop(ArticlePart part) {
    close(part);
    switch (part) {
      case VITALS -> vitals = new VitalsForm(clock, changed);
      case MEDICINES -> medicines.fill(List.of());
      case RESULTS -> results.fill(List.of());
    }
    changed.run();
  }

  void fill(ArticleContent content) {
    VitalSigns measured = content.vitals();
    fill(
        new PartsDraft(
            "",
            null,
            content.medicines().stream().map(MedicinesForm::draft).toList(),
            content.results().stream()
                .map(result ->
                    new PartsDraft.ResultDraft(
                        result.item(), result.value(), result.unit(), result.reference()))
                .toList()));
    if (measured != null) {
      open(ArticlePart.VITALS);
      vitals.fill(measured);
    }
  }

  void fill(PartsDraft draft) {
    for (ArticlePart part : ArticlePart.values()) {
      close(part);
    }
    if (draft.vitals() != null) {
      open(ArticlePart.VITALS);
      vitals.fill(draft.measuredAt(), draft.vitals());
    }
    medicines.fill(draft.medicines());
    if (!draft.medicines().isEmpty()) {
      open(ArticlePart.MEDICINES);
    }
    results.fill(draft.results());
    if (!draft.results().isEmpty()) {
      open(ArticlePart.RESULTS);
    }
  }

  PartsDraft draft() {
    boolean measured = sections.containsKey(ArticlePart.VITALS);
    return new PartsDraft(
        measured ? vitals.at() : "",
        measured ? vitals.typed() : null,
        medicines.drafts(),
        results.drafts());
  }

  /** Whether all of it can be sent; says beside each field what is wrong. */
  boolean check() {
    boolean complete = !sections.containsKey(ArticlePart.VITALS) || vitals.check();
    complete &= medicines.check();
    return results.check() && complete;
  }

  ArticleContent with(String text) {
    return new ArticleContent(
        "",
        text,
        sections.containsKey(ArticlePart.VITALS) ? vitals.value() : null,
        medicines.value(),
        results.value());
  }

  List<SameIngredient> duplicates() {
    return medicines.duplicates();
  }
}
