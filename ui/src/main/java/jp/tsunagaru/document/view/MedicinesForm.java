package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.document.query.GetMedicines;
import jp.tsunagaru.document.query.MedicineRow;
import jp.tsunagaru.document.query.Medicines;
import jp.tsunagaru.document.view.PartsDraft.MedicineDraft;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * 薬 to write: new ones, and changes and stops of those that the patient takes. What names the same
 * ingredient as another is said while it is typed (第3条1(1)).
 */
final class MedicinesForm extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final List<PatientId> alongside;
  private final Runnable changed;
  private final List<MedicineLine> lines = new ArrayList<>();
  private final Div current = new Div();
  private final Div list = new Div();
  private final Div warnings = new Div();
  private final Button add =
      new Button(Texts.get("medicine.add"), VaadinIcon.PLUS.create(), click -> add());
  private List<Medicine> taken = List.of();

  MedicinesForm(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      Runnable changed) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.alongside = alongside;
    this.changed = changed;
    current.addClassName("medicine-current");
    list.addClassName("medicine-form-lines");
    warnings.addClassName("medicine-warnings");
    warnings.getElement().setAttribute("aria-live", "polite");
    addClassName("medicines-form");
    add(current, list, add, warnings);
  }

  /** Only when somebody writes medicines: what is offered here was shown, and is recorded so. */
  void askWhatIsTaken() {
    gateways.ask(
        new GetMedicines(patientId, alongside),
        Medicines.class,
        medicines -> {
          taken = medicines.medicines().stream().map(MedicineRow::medicine).toList();
          showTaken();
          warn();
        },
        failure -> {});
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void showTaken() {
    current.removeAll();
    Set<MedicineId> written =
        lines.stream().map(MedicineLine::medicineId).collect(Collectors.toSet());
    List<Medicine> offered =
        taken.stream()
            .filter(medicine -> medicine.goesOnAt(today()))
            .filter(medicine -> !written.contains(medicine.medicineId()))
            .toList();
    if (offered.isEmpty()) {
      return;
    }
    current.add(new H4(Texts.get("medicine.current")));
    offered.forEach(medicine -> current.add(row(medicine)));
  }

  private Div row(Medicine medicine) {
    Span name = new Span(medicine.name());
    name.addClassName("medicine-name");
    Div words = new Div(name);
    words.addClassName("medicine-line");
    PartWords.facts(medicine).forEach(fact -> words.add(new Span(fact)));
    Button change =
        new Button(
            Texts.of("medicine.step", MedicineStep.CHANGE),
            click -> write(medicine, MedicineStep.CHANGE));
    change.setAriaLabel(Texts.get("medicine.changeNamed", medicine.name()));
    Button stop =
        new Button(
            Texts.of("medicine.step", MedicineStep.STOP),
            click -> write(medicine, MedicineStep.STOP));
    stop.setAriaLabel(Texts.get("medicine.stopNamed", medicine.name()));
    Stream.of(change, stop)
        .forEach(button ->
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL));
    Div actions = new Div(change, stop);
    actions.addClassName("medicine-actions");
    Div row = new Div(words, actions);
    row.addClassName("medicine-row");
    return row;
  }

  private void write(Medicine medicine, MedicineStep step) {
    LocalDate end = step == MedicineStep.STOP ? today() : medicine.end();
    add(draft(medicine, step, end));
    showTaken();
    changed();
  }

  static MedicineDraft draft(Medicine medicine) {
    return draft(medicine, medicine.step(), medicine.end());
  }

  private static MedicineDraft draft(
      Medicine medicine, MedicineStep step, @Nullable LocalDate end) {
    LocalDate start = medicine.start();
    return new MedicineDraft(
        medicine.medicineId().value(),
        step,
        medicine.name(),
        medicine.ingredient(),
        medicine.dose(),
        medicine.usage(),
        start == null ? "" : start.toString(),
        end == null ? "" : end.toString(),
        medicine.source());
  }

  void add() {
    add(new MedicineDraft("", MedicineStep.START, "", "", "", "", today().toString(), "", ""))
        .focusName();
  }

  private MedicineLine add(MedicineDraft draft) {
    List<MedicineLine> self = new ArrayList<>();
    MedicineLine line =
        new MedicineLine(clock, draft, this::changed, () -> self.forEach(this::remove));
    self.add(line);
    lines.add(line);
    list.add(line);
    mayAdd();
    return line;
  }

  private void remove(MedicineLine line) {
    lines.remove(line);
    list.remove(line);
    mayAdd();
    showTaken();
    changed();
  }

  private void mayAdd() {
    add.setEnabled(lines.size() < ArticleContent.MOST_MEDICINES);
  }

  private void changed() {
    warn();
    changed.run();
  }

  private void warn() {
    warnings.removeAll();
    duplicates().forEach(same -> warnings.add(IngredientWarning.of(same)));
    if (warnings.getComponentCount() > 0) {
      warnings.add(IngredientWarning.limits());
    }
  }

  /** What is written here together with what is taken already, where this here has a part in it. */
  List<SameIngredient> duplicates() {
    List<Medicine> written = value();
    Set<MedicineId> ids =
        written.stream().map(Medicine::medicineId).collect(Collectors.toUnmodifiableSet());
    List<Medicine> all = new ArrayList<>(written);
    taken.stream().filter(medicine -> !ids.contains(medicine.medicineId())).forEach(all::add);
    return SameIngredient.among(all, today()).stream()
        .filter(same ->
            same.medicines().stream().anyMatch(medicine -> ids.contains(medicine.medicineId())))
        .toList();
  }

  void fill(List<MedicineDraft> drafts) {
    lines.clear();
    list.removeAll();
    drafts.forEach(this::add);
    mayAdd();
    showTaken();
    warn();
  }

  List<MedicineDraft> drafts() {
    return lines.stream().map(MedicineLine::draft).filter(draft -> !draft.saysNothing()).toList();
  }

  boolean check() {
    boolean complete = true;
    for (MedicineLine line : lines) {
      complete &= line.check();
    }
    return complete;
  }

  List<Medicine> value() {
    return lines.stream()
        .filter(line -> !line.draft().saysNothing())
        .map(MedicineLine::value)
        .toList();
  }
}
