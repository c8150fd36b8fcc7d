package jp.tsunagaru.form.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormLayout;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.PrintItem;
import jp.tsunagaru.form.PrintItem.Place;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.japanese.PartialDate;
import jp.tsunagaru.japanese.Wareki;
import jp.tsunagaru.printing.Area;
import jp.tsunagaru.printing.Flow;
import jp.tsunagaru.printing.Imprint;
import jp.tsunagaru.printing.Printed;
import jp.tsunagaru.printing.Printout;
import jp.tsunagaru.printing.Sheet;
import jp.tsunagaru.printing.TextStyle;

/**
 * Draws a form on its own version of the official sheet (FM-02, FM-05). What is too long even in
 * the smallest letters is marked and goes on on a continuation sheet: nothing is cut silently.
 */
final class FormPrinter {
  private static final double MARK = 2.0;

  private final FormDefinition definition;
  private final FormLayout layout;
  private final FormValues values;
  private final List<Continued> continued = new ArrayList<>();

  private record Continued(String label, String text) {}

  private FormPrinter(FormDefinition definition, FormLayout layout, FormValues values) {
    this.definition = definition;
    this.layout = layout;
    this.values = values;
  }

  /**
   * @param sheets contents of as many forms of this version, one after the other
   */
  static Printed print(
      String version, List<FormValues> sheets, Instant at, String printedBy, String facility) {
    FormDefinitions official = FormDefinitions.official();
    return print(official.of(version), official.layout(version), sheets, at, printedBy, facility);
  }

  static Printed print(
      FormDefinition definition,
      FormLayout layout,
      List<FormValues> sheets,
      Instant at,
      String printedBy,
      String facility) {
    return Printout.of(
        Imprint.ofRecord(definition.title(), at, printedBy, facility),
        printout ->
            sheets.forEach(values -> new FormPrinter(definition, layout, values).draw(printout)));
  }

  private void draw(Printout printout) {
    for (List<PrintItem> page : layout.pages()) {
      Sheet sheet = printout.newSheet();
      page.forEach(item -> draw(sheet, item));
    }
    if (!continued.isEmpty()) {
      Flow flow = new Flow(printout, layout.word("continuation"));
      flow.title(layout.word("continuation") + " " + definition.title());
      continued.forEach(each -> flow.heading(each.label()).text(each.text()).gap(4));
    }
  }

  private void draw(Sheet sheet, PrintItem item) {
    switch (item) {
      case PrintItem.Rule rule ->
          sheet.line(rule.fromX(), rule.fromY(), rule.toX(), rule.toY(), rule.thickness());
      case PrintItem.Frame frame -> sheet.box(area(frame.place()), frame.thickness());
      case PrintItem.Label label -> sheet.label(label.x(), label.y(), label.size(), label.text());
      case PrintItem.Band band -> sheet.column(area(band.place()), band.size(), band.text());
      case PrintItem.Words words -> words(sheet, words);
      case PrintItem.Age age -> age(sheet, age);
      case PrintItem.Pick pick -> pick(sheet, pick);
      case PrintItem.Slots slots -> slots(sheet, slots);
    }
  }

  private void words(Sheet sheet, PrintItem.Words item) {
    if (values.isEmpty(item.field())) {
      return;
    }
    FormField field = definition.field(item.field());
    TextStyle style = style(item.sizes());
    style =
        switch (item.align()) {
          case LEFT -> style;
          case CENTER -> style.centered();
          case RIGHT -> style.right();
        };
    fill(sheet, item.place(), field.label(), text(field), item.middle() ? style.middle() : style);
  }

  private String text(FormField field) {
    String code = field.code();
    return switch (field.type()) {
      case DATE -> values.date(code).map(Wareki::format).orElse("");
      case PARTIAL_DATE -> PartialDate.format(values.text(code));
      case PERIOD -> layout.word("period", era(values.from(code)), era(values.to(code)));
      case TEXT, AREA, NUMBER, FLAG, CHOICE, CHOICES, TABLE -> values.text(code);
    };
  }

  private static String era(Optional<LocalDate> day) {
    return day.map(Wareki::format).orElse("");
  }

  /** The whole text stands on the continuation sheet: nobody has to piece it together. */
  private void fill(Sheet sheet, Place place, String label, String text, TextStyle style) {
    if (sheet.text(area(place), text, style).complete()) {
      return;
    }
    continued.add(new Continued(label, text));
    sheet.text(
        new Area(place.x(), place.y() + place.height() - MARK * 0.9, place.width(), MARK * 1.2),
        layout.word("continued"),
        TextStyle.of(MARK).right());
  }

  private void age(Sheet sheet, PrintItem.Age item) {
    Optional<LocalDate> birth = values.date(item.birth());
    Optional<LocalDate> on = values.date(item.on());
    if (birth.isPresent() && on.isPresent() && !on.get().isBefore(birth.get())) {
      String years = Integer.toString(Age.display(birth.get(), on.get()));
      sheet.text(
          area(item.place()), layout.word("age", years), style(List.of(item.size())).middle());
    }
  }

  private void pick(Sheet sheet, PrintItem.Pick item) {
    boolean chosen = values.has(item.field(), item.choice());
    double end =
        switch (item.look()) {
          case CIRCLE -> sheet.choice(item.x(), item.y(), item.size(), item.text(), chosen);
          case TICK -> sheet.tick(item.x(), item.y(), item.size(), item.text(), chosen);
        };
    String underlinedBy = item.underlinedBy();
    if (underlinedBy != null && values.has(underlinedBy, item.choice())) {
      double y = item.y() + item.size() * 1.15;
      sheet.line(item.x() + item.size() * 1.2, y, end, y, 0.35);
    }
  }

  private void slots(Sheet sheet, PrintItem.Slots item) {
    FormField field = definition.field(item.field());
    int columns = field.columns().size();
    List<String> cells = values.list(item.field());
    for (int row = 0; row < item.places().size(); row++) {
      List<String> parts =
          cells.subList(
              Math.min(row * columns, cells.size()), Math.min((row + 1) * columns, cells.size()));
      String text = String.join(" ", parts).replaceAll(" +", " ").strip();
      if (!text.isEmpty()) {
        fill(sheet, item.places().get(row), field.label(), text, style(item.sizes()).middle());
      }
    }
  }

  private static TextStyle style(List<Double> sizes) {
    return TextStyle.of(sizes.stream().mapToDouble(Double::doubleValue).toArray()).leading(1.25);
  }

  private static Area area(Place place) {
    return new Area(place.x(), place.y(), place.width(), place.height());
  }
}
