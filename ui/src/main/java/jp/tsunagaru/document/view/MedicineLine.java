package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.view.PartsDraft.MedicineDraft;
import jp.tsunagaru.japanese.MeasuredNumber;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import org.jspecify.annotations.Nullable;

/** One step of one medicine to write: begun, changed, or stopped on a day. */
final class MedicineLine extends Div {
  private static final int MOST_DAYS = 999;

  private final Clock clock;
  private final MedicineId medicineId;
  private final MedicineStep step;
  private final TextField name = new TextField(Texts.get("medicine.name"));
  private final TextField ingredient = new TextField(Texts.get("medicine.ingredient"));
  private final TextField dose = new TextField(Texts.get("medicine.dose"));
  private final TextField usage = new TextField(Texts.get("medicine.usage"));
  private final WarekiField start = new WarekiField(Texts.get("medicine.start"));
  private final TextField days = new TextField(Texts.get("medicine.dayCount"));
  private final WarekiField end;
  private final TextField source = new TextField(Texts.get("medicine.source"));

  MedicineLine(Clock clock, MedicineDraft draft, Runnable changed, Runnable removed) {
    this.clock = clock;
    this.medicineId = id(draft.medicineId());
    this.step = draft.step();
    this.end =
        new WarekiField(Texts.get(step == MedicineStep.STOP ? "medicine.stopDay" : "medicine.end"));
    name.setMaxLength(100);
    ingredient.setMaxLength(100);
    ingredient.setHelperText(Texts.get("medicine.ingredient.help"));
    dose.setMaxLength(50);
    usage.setMaxLength(100);
    source.setMaxLength(100);
    days.setMaxLength(5);
    days.getElement().executeJs("this.inputElement && (this.inputElement.inputMode = 'numeric')");
    name.setValue(draft.name());
    ingredient.setValue(draft.ingredient());
    dose.setValue(draft.dose());
    usage.setValue(draft.usage());
    source.setValue(draft.source());
    start.setValue(date(draft.start()));
    end.setValue(date(draft.end()));
    countDays();
    Stream.of(name, ingredient, dose, usage, source)
        .forEach(field ->
            field.addValueChangeListener(event -> {
              if (event.isFromClient()) {
                field.setInvalid(false);
                changed.run();
              }
            }));
    start.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        countDays();
        changed.run();
      }
    });
    end.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        countDays();
        changed.run();
      }
    });
    days.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        takeDays(event.getValue());
        changed.run();
      }
    });

    Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> removed.run());
    remove.setAriaLabel(Texts.get("medicine.remove"));
    remove.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    Div head = new Div(PartsView.step(step));
    head.addClassNames("row", "medicine-head");
    Div values = new Div();
    values.addClassName("fields");
    if (step == MedicineStep.STOP) {
      Span what = new Span(draft.name());
      what.addClassName("medicine-name");
      head.add(what);
      values.add(end);
    } else {
      values.add(name, ingredient, dose, usage, start, days, end, source);
    }
    remove.addClassName("medicine-remove");
    head.add(remove);
    addClassName("medicine-form-line");
    add(head, values);
  }

  private static MedicineId id(String value) {
    try {
      return new MedicineId(value);
    } catch (IllegalArgumentException none) {
      return MedicineId.next();
    }
  }

  private static @Nullable LocalDate date(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /** 14 days from today, when nothing else is said, end in 13 days. */
  private void takeDays(String typed) {
    days.setInvalid(false);
    if (typed.isBlank()) {
      return;
    }
    int count =
        MeasuredNumber.parse(typed)
            .filter(number -> number.stripTrailingZeros().scale() <= 0)
            .map(BigDecimal::intValue)
            .orElse(0);
    if (count < 1 || count > MOST_DAYS) {
      days.setErrorMessage(Texts.get("medicine.dayCount.wrong", MOST_DAYS));
      days.setInvalid(true);
      return;
    }
    LocalDate first = start.getValue();
    if (first == null) {
      first = LocalDate.now(clock);
      start.setValue(first);
    }
    end.setValue(first.plusDays(count - 1L));
    days.setValue(Integer.toString(count));
  }

  private void countDays() {
    LocalDate first = start.getValue();
    LocalDate last = end.getValue();
    days.setInvalid(false);
    days.setValue(
        first == null || last == null || last.isBefore(first)
            ? ""
            : Long.toString(ChronoUnit.DAYS.between(first, last) + 1));
  }

  boolean check() {
    boolean complete = !start.isUnreadable() && !end.isUnreadable() && !days.isInvalid();
    for (WarekiField day : List.of(start, end)) {
      if (day.isUnreadable()) {
        wrong(day, Texts.get("patient.date.unreadable"));
      }
    }
    if (draft().saysNothing()) {
      return complete;
    }
    if (name.getValue().isBlank()) {
      name.setErrorMessage(Texts.get("medicine.name.missing"));
      name.setInvalid(true);
      complete = false;
    }
    LocalDate first = start.getValue();
    LocalDate last = end.getValue();
    if (step == MedicineStep.STOP && last == null && !end.isUnreadable()) {
      wrong(end, Texts.get("medicine.stopDay.missing"));
      complete = false;
    } else if (first != null && last != null && last.isBefore(first)) {
      wrong(end, Texts.get("medicine.end.before"));
      complete = false;
    }
    return complete;
  }

  private static void wrong(WarekiField field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
  }

  MedicineDraft draft() {
    return new MedicineDraft(
        medicineId.value(),
        step,
        name.getValue(),
        ingredient.getValue(),
        dose.getValue(),
        usage.getValue(),
        iso(start.getValue()),
        iso(end.getValue()),
        source.getValue());
  }

  private static String iso(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  Medicine value() {
    return new Medicine(
        medicineId,
        step,
        name.getValue(),
        ingredient.getValue(),
        dose.getValue(),
        usage.getValue(),
        start.getValue(),
        end.getValue(),
        source.getValue());
  }

  MedicineId medicineId() {
    return medicineId;
  }

  void focusName() {
    name.focus();
  }
}
