package jp.tsunagaru.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagaru.japanese.CleanText;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A field of an official form.
 *
 * @param max code points that the sheet has room for; 0 where that means nothing
 * @param lines that the sheet has room for
 * @param rows of a table; 0 otherwise
 * @param opening what has to be ticked first; nothing when the field is always open
 * @param subsetOf the field whose ticked choices these are a part of (下線)
 */
public record FormField(
    String code,
    String label,
    FieldType type,
    boolean required,
    int max,
    int lines,
    String unit,
    String note,
    List<Choice> choices,
    int rows,
    List<Column> columns,
    @Nullable Opening opening,
    @Nullable String subsetOf) {
  public static final String TICKED = "1";
  public static final String UNKNOWN = "UNKNOWN";

  /** More than any sheet and its continuation; a limit of the system, not of the form. */
  private static final int MOST_TEXT = 4_000;

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(?:\\.\\d{1,2})?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  public FormField {
    choices = List.copyOf(choices);
    columns = List.copyOf(columns);
  }

  public boolean isFreeText() {
    return type == FieldType.TEXT || type == FieldType.AREA;
  }

  public Optional<Choice> choice(String choiceCode) {
    return choices.stream().filter(choice -> choice.code().equals(choiceCode)).findFirst();
  }

  /**
   * The values as they are kept: clean, in the order of the sheet, nothing when nothing was filled
   * in. Refuses {@code FIELD_INVALID} and {@code FIELD_TOO_LONG} with the code of the field;
   * whether the form is complete is for the rules.
   */
  List<String> checked(List<String> values) {
    return switch (type) {
      case TEXT -> single(CleanText.line(one(values)), MOST_TEXT);
      case AREA -> single(CleanText.of(one(values)), MOST_TEXT);
      case NUMBER -> number(one(values).strip());
      case DATE -> date(one(values).strip());
      case PARTIAL_DATE -> partialDate(one(values).strip());
      case FLAG -> flag(one(values));
      case PERIOD -> period(values);
      case CHOICE, CHOICES -> chosen(values);
      case TABLE -> cells(values);
    };
  }

  private String one(List<String> values) {
    require(values.size() <= 1);
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> single(String clean, int most) {
    String text = Check.text(code, clean, most);
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private List<String> number(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    require(DECIMAL.matcher(text).matches());
    return List.of(new BigDecimal(text).toPlainString());
  }

  private List<String> date(String text) {
    return text.isEmpty() ? List.of() : List.of(day(text).toString());
  }

  private List<String> partialDate(String text) {
    if (text.isEmpty() || text.equals(UNKNOWN) || YEAR.matcher(text).matches()) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    if (MONTH.matcher(text).matches()) {
      try {
        return List.of(YearMonth.parse(text).toString());
      } catch (DateTimeException noMonth) {
        throw invalid();
      }
    }
    return List.of(day(text).toString());
  }

  private List<String> flag(String value) {
    require(value.isEmpty() || value.equals(TICKED));
    return value.isEmpty() ? List.of() : List.of(TICKED);
  }

  private List<String> period(List<String> values) {
    require(values.size() <= 2);
    String from = values.isEmpty() ? "" : values.getFirst().strip();
    String to = values.size() < 2 ? "" : values.get(1).strip();
    if (from.isEmpty() && to.isEmpty()) {
      return List.of();
    }
    return List.of(
        from.isEmpty() ? "" : day(from).toString(), to.isEmpty() ? "" : day(to).toString());
  }

  private List<String> chosen(List<String> values) {
    require(values.stream().allMatch(value -> choice(value).isPresent()));
    require(new HashSet<>(values).size() == values.size());
    require(type == FieldType.CHOICES || values.size() <= 1);
    return choices.stream().map(Choice::code).filter(values::contains).toList();
  }

  private List<String> cells(List<String> values) {
    require(values.size() <= rows * columns.size());
    List<String> cells =
        values.stream().map(value -> Check.text(code, CleanText.line(value), 200)).toList();
    if (cells.stream().allMatch(String::isEmpty)) {
      return List.of();
    }
    int last = cells.size();
    while (cells.get(last - 1).isEmpty()) {
      last--;
    }
    return cells.subList(0, last);
  }

  private LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      require(day.getYear() >= 1868 && day.getYear() < 2200);
      return day;
    } catch (DateTimeException noDay) {
      throw invalid();
    }
  }

  private void require(boolean holds) {
    if (!holds) {
      throw invalid();
    }
  }

  private Refused invalid() {
    return new Refused(RefusalCode.FIELD_INVALID, Map.of("field", code));
  }
}
