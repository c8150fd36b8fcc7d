package jp.tsunagaru.form.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.japanese.PartialDate;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** What stands in a field, in words. */
final class FormWords {
  private FormWords() {}

  static String of(FormField field, FormValues values) {
    String code = field.code();
    return switch (field.type()) {
      case TEXT, AREA, NUMBER ->
          Texts.get("form.withUnit", values.text(code), field.unit()).strip();
      case DATE -> values.date(code).map(DateTexts::era).orElse("");
      case PERIOD ->
          Texts.get(
              "form.period.words",
              values.from(code).map(DateTexts::era).orElse(""),
              values.to(code).map(DateTexts::era).orElse(""));
      case PARTIAL_DATE -> values.isEmpty(code) ? "" : PartialDate.format(values.text(code));
      case FLAG -> Texts.get("form.ticked");
      case CHOICE, CHOICES ->
          field.choices().stream()
              .filter(choice -> values.has(code, choice.code()))
              .map(Choice::label)
              .collect(Collectors.joining(Texts.get("list.separator")));
      case TABLE -> rows(field, values.list(code));
    };
  }

  private static String rows(FormField field, List<String> cells) {
    int columns = field.columns().size();
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += columns) {
      String row =
          String.join(" ", cells.subList(from, Math.min(from + columns, cells.size()))).strip();
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return String.join("\n", rows);
  }
}
