package jp.tsunagaru.form;

import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagaru.japanese.TextLength;

/** More than the sheet has room for is printed smaller and then on a continuation sheet (FM-05). */
final class WithinPrintLimit implements FormRule {
  @Override
  public List<FormFinding> check(FormDefinition form, FormValues values, FormContext context) {
    return form.fields().stream()
        .filter(field -> isOver(field, values.list(field.code())))
        .map(field -> new FormFinding(FindingCode.OVER_PRINT_LIMIT, field.code()))
        .toList();
  }

  private static boolean isOver(FormField field, List<String> values) {
    return switch (field.type()) {
      case TEXT, NUMBER ->
          values.stream().anyMatch(text -> TextLength.graphemes(text) > field.max());
      case AREA ->
          values.stream()
              .anyMatch(text ->
                  TextLength.graphemes(text) > field.max() || text.lines().count() > field.lines());
      case TABLE ->
          IntStream.range(0, values.size())
              .anyMatch(cell ->
                  TextLength.graphemes(values.get(cell))
                      > field.columns().get(cell % field.columns().size()).max());
      case DATE, PERIOD, PARTIAL_DATE, FLAG, CHOICE, CHOICES -> false;
    };
  }
}
