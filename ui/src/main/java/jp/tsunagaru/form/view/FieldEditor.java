package jp.tsunagaru.form.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.Column;
import jp.tsunagaru.form.FindingLevel;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormFinding;
import jp.tsunagaru.form.query.Provenance;
import jp.tsunagaru.japanese.PartialDate;
import jp.tsunagaru.japanese.TextLength;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import org.jspecify.annotations.Nullable;

/** One field of a form with what is said about it: where it comes from and what is wrong. */
final class FieldEditor extends Div {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

  private final FormField field;
  private final Runnable changed;
  private final Div findings = new Div();
  private final Span origin = new Span();
  private final Supplier<List<String>> read;
  private final Consumer<List<String>> write;
  private final BooleanSupplier unreadable;
  private Consumer<List<String>> restriction = codes -> {};

  private record Part(
      Component component,
      Supplier<List<String>> read,
      Consumer<List<String>> write,
      BooleanSupplier unreadable) {
    Part(Component component, Supplier<List<String>> read, Consumer<List<String>> write) {
      this(component, read, write, () -> false);
    }
  }

  /**
   * @param changed runs when a person changed something here
   */
  FieldEditor(FormField field, Runnable changed) {
    this.field = field;
    this.changed = changed;
    Part part =
        switch (field.type()) {
          case TEXT -> text();
          case AREA -> area();
          case NUMBER -> number();
          case DATE -> date();
          case PERIOD -> period();
          case PARTIAL_DATE -> partialDate();
          case FLAG -> flag();
          case CHOICE -> choice();
          case CHOICES -> choices();
          case TABLE -> table();
        };
    read = part.read();
    write = part.write();
    unreadable = part.unreadable();
    origin.addClassName("form-origin");
    origin.setVisible(false);
    findings.addClassName("form-findings");
    findings.getElement().setAttribute("aria-live", "polite");
    addClassNames(
        "form-field", "form-field-" + field.type().name().toLowerCase(java.util.Locale.ROOT));
    getElement().setAttribute("data-field", field.code());
    if (field.opening() != null) {
      addClassName("form-sub-field");
    }
    add(part.component(), origin, findings);
  }

  FormField field() {
    return field;
  }

  List<String> value() {
    return read.get();
  }

  void setValue(List<String> values) {
    write.accept(values);
  }

  /** Whether something stands here that cannot be kept, such as half a date. */
  boolean isUnreadable() {
    return unreadable.getAsBoolean();
  }

  /** Offers only what is ticked elsewhere (下線). */
  void offer(List<String> codes) {
    restriction.accept(codes);
  }

  void show(List<FormFinding> found) {
    findings.removeAll();
    for (FormFinding finding : found) {
      Span mark = new Span(Texts.of("form.level", finding.level()));
      mark.addClassName("form-level");
      Div line = new Div(mark, new Span(Texts.of("form.finding", finding.code())));
      line.addClassName(finding.level() == FindingLevel.ERROR ? "form-error" : "form-warning");
      findings.add(line);
    }
  }

  /** FM-06: the value says where it comes from until somebody changes it. */
  void show(@Nullable Provenance provenance) {
    origin.setVisible(provenance != null);
    if (provenance == null) {
      return;
    }
    LocalDate since = provenance.unchangedSince();
    origin.setText(
        since == null
            ? Texts.of("form.origin", provenance.source())
            : Texts.get(
                provenance.isOld() ? "form.origin.old" : "form.origin.since",
                DateTexts.era(since)));
    origin.setClassName("form-origin-old", provenance.isOld());
  }

  private void typed() {
    origin.setVisible(false);
    changed.run();
  }

  private String label() {
    String label =
        field.unit().isEmpty()
            ? field.label()
            : Texts.get("form.labelWithUnit", field.label(), field.unit());
    return field.required() ? Texts.get("form.labelRequired", label) : label;
  }

  private Part text() {
    TextField input = new TextField(label());
    input.setWidthFull();
    whileTyping(input);
    input.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        typed();
      }
    });
    note(input::setHelperText);
    return new Part(input, () -> one(input.getValue()), values -> input.setValue(first(values)));
  }

  private Part area() {
    TextArea input = new TextArea(label());
    input.setWidthFull();
    input.setMinRows(Math.min(4, field.lines()));
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(800);
    Runnable count =
        () ->
            input.setHelperText(
                Texts.get(
                    "form.room",
                    TextLength.graphemes(input.getValue()),
                    field.max(),
                    field.lines(),
                    field.note()));
    input.addValueChangeListener(event -> {
      count.run();
      if (event.isFromClient()) {
        typed();
      }
    });
    count.run();
    return new Part(input, () -> one(input.getValue()), values -> input.setValue(first(values)));
  }

  private Part number() {
    TextField input = new TextField(label());
    BooleanSupplier wrong =
        () -> !plain(input).isEmpty() && !NUMBER.matcher(plain(input)).matches();
    input.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    input.getElement().setAttribute("inputmode", "decimal");
    input.addValueChangeListener(event -> {
      boolean isWrong = wrong.getAsBoolean();
      input.setErrorMessage(isWrong ? Texts.get("form.number.unreadable") : "");
      input.setInvalid(isWrong);
      if (event.isFromClient()) {
        typed();
      }
    });
    return new Part(
        input,
        () -> wrong.getAsBoolean() ? List.of() : one(plain(input)),
        values -> input.setValue(first(values)),
        wrong);
  }

  private static String plain(TextField input) {
    return Normalizer.normalize(input.getValue(), Normalizer.Form.NFKC).strip();
  }

  private Part date() {
    WarekiField input = new WarekiField(label());
    input.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        typed();
      }
    });
    return new Part(
        input,
        () -> input.getValue() == null ? List.of() : List.of(input.getValue().toString()),
        values -> input.setValue(day(values, 0)),
        input::isUnreadable);
  }

  private Part period() {
    WarekiField from = new WarekiField(Texts.get("form.period.from", label()));
    WarekiField to = new WarekiField(Texts.get("form.period.to", label()));
    Div lengths = new Div();
    lengths.addClassName("form-lengths");
    List.of(1, 3, 6)
        .forEach(months ->
            lengths.add(
                length(
                    Texts.get("form.period.months", months),
                    from,
                    to,
                    first -> first.plusMonths(months).minusDays(1))));
    lengths.add(
        length(Texts.get("form.period.week"), from, to, first -> first.plusDays(6)),
        length(Texts.get("form.period.twoWeeks"), from, to, first -> first.plusDays(13)));
    List.of(from, to)
        .forEach(input ->
            input.addValueChangeListener(event -> {
              if (event.isFromClient()) {
                typed();
              }
            }));
    Div dates = new Div(from, to);
    dates.addClassName("two-fields");
    return new Part(
        new Div(dates, lengths),
        () ->
            from.getValue() == null && to.getValue() == null
                ? List.of()
                : List.of(iso(from.getValue()), iso(to.getValue())),
        values -> {
          from.setValue(day(values, 0));
          to.setValue(day(values, 1));
        },
        () -> from.isUnreadable() || to.isUnreadable());
  }

  /** 「2週間」 counts the first day: start + 13. */
  private Button length(
      String words, WarekiField from, WarekiField to, Function<LocalDate, LocalDate> last) {
    Button button =
        new Button(
            words,
            click -> {
              if (from.getValue() != null) {
                to.setValue(last.apply(from.getValue()));
                typed();
              }
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private Part partialDate() {
    TextField input = new TextField(label());
    BooleanSupplier wrong =
        () -> !input.getValue().isBlank() && PartialDate.parse(input.getValue()).isEmpty();
    input.setPlaceholder(Texts.get("form.partialDate.placeholder"));
    input.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    input.addValueChangeListener(event -> {
      boolean isWrong = wrong.getAsBoolean();
      input.setErrorMessage(isWrong ? Texts.get("form.partialDate.unreadable") : "");
      input.setInvalid(isWrong);
      input.setHelperText(PartialDate.parse(event.getValue()).map(PartialDate::format).orElse(""));
      if (event.isFromClient()) {
        typed();
      }
    });
    return new Part(
        input,
        () -> PartialDate.parse(input.getValue()).map(List::of).orElse(List.of()),
        values -> input.setValue(values.isEmpty() ? "" : PartialDate.format(first(values))),
        wrong);
  }

  private Part flag() {
    Checkbox input = new Checkbox(label());
    input.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        typed();
      }
    });
    return new Part(
        input,
        () -> input.getValue() ? List.of(FormField.TICKED) : List.of(),
        values -> input.setValue(!values.isEmpty()));
  }

  private Part choice() {
    RadioButtonGroup<Choice> input = new RadioButtonGroup<>(label());
    input.setItems(field.choices());
    input.setItemLabelGenerator(Choice::label);
    Button none = new Button(Texts.get("form.choice.none"));
    none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    none.setAriaLabel(Texts.get("form.choice.none.of", field.label()));
    none.setVisible(false);
    none.addClickListener(click -> {
      input.clear();
      typed();
    });
    input.addValueChangeListener(event -> {
      none.setVisible(event.getValue() != null);
      if (event.isFromClient()) {
        typed();
      }
    });
    Div line = new Div(input, none);
    line.addClassName("form-choice");
    return new Part(
        line,
        () -> input.getValue() == null ? List.of() : List.of(input.getValue().code()),
        values -> input.setValue(field.choice(first(values)).orElse(null)));
  }

  private Part choices() {
    CheckboxGroup<Choice> input = new CheckboxGroup<>(label());
    input.setItems(field.choices());
    restriction = codes -> restrict(input, codes);
    input.setItemLabelGenerator(Choice::label);
    input.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        typed();
      }
    });
    return new Part(
        input,
        () -> input.getValue().stream().map(Choice::code).toList(),
        values -> {
          Set<Choice> chosen = new LinkedHashSet<>();
          values.forEach(code -> field.choice(code).ifPresent(chosen::add));
          input.setValue(chosen);
        });
  }

  private void restrict(CheckboxGroup<Choice> input, List<String> codes) {
    List<Choice> offered =
        field.choices().stream().filter(choice -> codes.contains(choice.code())).toList();
    if (!offered.equals(input.getListDataView().getItems().toList())) {
      Set<Choice> chosen = new LinkedHashSet<>(input.getValue());
      chosen.retainAll(offered);
      input.setItems(offered);
      input.setValue(chosen);
    }
  }

  private Part table() {
    List<TextField> cells = new ArrayList<>();
    Div rows = new Div();
    rows.addClassName("form-table");
    rows.getStyle().set("--columns", Integer.toString(field.columns().size()));
    for (int row = 1; row <= field.rows(); row++) {
      for (Column column : field.columns()) {
        TextField cell = new TextField();
        cell.setAriaLabel(Texts.get("form.cell", field.label(), column.label(), row));
        cell.setPlaceholder(column.label());
        cell.setWidthFull();
        whileTyping(cell);
        cell.addValueChangeListener(event -> {
          if (event.isFromClient()) {
            typed();
          }
        });
        cells.add(cell);
        rows.add(cell);
      }
    }
    Span title = new Span(label());
    title.addClassName("form-label");
    return new Part(
        new Div(title, rows),
        () -> cells.stream().map(TextField::getValue).toList(),
        values -> {
          for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setValue(i < values.size() ? values.get(i) : "");
          }
        });
  }

  /** What is typed is known before its field is left: a draft is kept, the sheet is drawn. */
  private static void whileTyping(TextField input) {
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(800);
  }

  private void note(Consumer<String> helper) {
    if (!field.note().isEmpty()) {
      helper.accept(field.note());
    }
  }

  private static List<String> one(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static String iso(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static @Nullable LocalDate day(List<String> values, int index) {
    return values.size() <= index || values.get(index).isEmpty()
        ? null
        : LocalDate.parse(values.get(index));
  }
}
