package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.SameIngredient;
import jp.tsunagaru.document.query.GetMedicines;
import jp.tsunagaru.document.query.MedicineRow;
import jp.tsunagaru.document.query.Medicines;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.PartWords;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * 服薬: what the patient takes as the articles say that one may see, and which of it names the same
 * ingredient (第3条1(1)). Every look is recorded.
 */
public final class MedicinesTab extends Div {
  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final List<PatientId> alongside;
  private final BiConsumer<DocumentId, LocalDate> open;
  private final Consumer<Throwable> lost;
  private @Nullable Medicines shown;
  private int question;

  /**
   * @param alongside other records of the same person (PT-09)
   * @param open goes to an article of a 記載日
   * @param lost told when the page may no longer be shown
   */
  public MedicinesTab(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<PatientId> alongside,
      BiConsumer<DocumentId, LocalDate> open,
      Consumer<Throwable> lost) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.alongside = List.copyOf(alongside);
    this.open = open;
    this.lost = lost;
    addClassNames("tab-page", "medicines-tab");
    load();
  }

  public void changed(List<PatientChange> changes) {
    if (changes.stream().anyMatch(change -> change.kind() == PatientChange.Kind.DOCUMENT)) {
      load();
    }
  }

  private void load() {
    int number = ++question;
    gateways.ask(
        new GetMedicines(patientId, alongside),
        Medicines.class,
        medicines -> {
          if (number == question && !medicines.equals(shown)) {
            shown = medicines;
            show(medicines);
          }
        },
        lost);
  }

  private void show(Medicines medicines) {
    LocalDate today = LocalDate.now(clock);
    List<MedicineRow> taken =
        medicines.medicines().stream().filter(row -> row.medicine().goesOnAt(today)).toList();
    List<MedicineRow> over =
        medicines.medicines().stream().filter(row -> !row.medicine().goesOnAt(today)).toList();
    removeAll();
    warn(taken, today);
    add(new H3(Texts.get("medicine.current.count", taken.size())));
    if (taken.isEmpty()) {
      Div empty = new Div(new Span(Texts.get("medicine.empty")));
      empty.addClassName("empty");
      add(empty);
    } else {
      add(list(taken, today));
    }
    if (!over.isEmpty()) {
      add(new NativeDetails(Texts.get("medicine.over", over.size()), list(over, today)));
    }
    add(note(Texts.get("medicine.explained")));
    if (medicines.more()) {
      add(note(Texts.get("medicine.more", GetMedicines.SEARCHED)));
    }
  }

  private void warn(List<MedicineRow> taken, LocalDate today) {
    List<Medicine> medicines = taken.stream().map(MedicineRow::medicine).toList();
    List<SameIngredient> same = SameIngredient.among(medicines, today);
    Div warnings = new Div();
    same.forEach(each -> warnings.add(IngredientWarning.of(each)));
    if (same.isEmpty() && !taken.isEmpty()) {
      Span none = new Span(Texts.get("medicine.same.none"));
      none.addClassName("muted");
      warnings.add(none);
    }
    long unnamed = medicines.stream().filter(medicine -> medicine.ingredient().isBlank()).count();
    if (unnamed > 0) {
      warnings.add(note(Texts.get("medicine.same.unnamed", unnamed)));
    }
    if (!taken.isEmpty()) {
      warnings.add(IngredientWarning.limits());
    }
    warnings.addClassName("medicine-warnings");
    add(warnings);
  }

  private static Span note(String text) {
    Span note = new Span(text);
    note.addClassNames("small", "muted");
    return note;
  }

  private Div list(List<MedicineRow> rows, LocalDate today) {
    Div list = new Div();
    list.addClassName("medicine-list");
    list.getElement().setAttribute("role", "list");
    rows.forEach(row -> list.add(row(row, today)));
    return list;
  }

  private Component row(MedicineRow row, LocalDate today) {
    Medicine medicine = row.medicine();
    Span name = new Span(medicine.name());
    name.addClassName("medicine-name");
    Div words = new Div(name);
    words.addClassName("medicine-line");
    LocalDate start = medicine.start();
    if (start != null && start.isAfter(today)) {
      Span later = new Span(Texts.get("medicine.later"));
      later.addClassName("state-chip");
      words.add(later);
    }
    if (medicine.step() == MedicineStep.STOP) {
      words.add(PartsView.step(MedicineStep.STOP));
    }
    PartWords.facts(medicine).forEach(fact -> words.add(new Span(fact)));
    Span by =
        new Span(
            Texts.get(
                "medicine.by",
                DateTexts.shortDate(row.occurredOn()),
                row.author().name(),
                Names.of(row.profession()),
                row.author().facility()));
    by.addClassNames("small", "muted");
    Div left = new Div(words, by);
    left.addClassName("medicine-words");
    Button article =
        new Button(
            Texts.get("document.openArticle"),
            click -> open.accept(row.documentId(), row.occurredOn()));
    article.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    article.setAriaLabel(Texts.get("medicine.openArticle", medicine.name()));
    Div line = new Div(left, article);
    line.addClassName("medicine-row");
    line.getElement().setAttribute("role", "listitem");
    return line;
  }
}
