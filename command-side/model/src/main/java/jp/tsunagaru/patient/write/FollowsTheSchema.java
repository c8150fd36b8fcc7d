package jp.tsunagaru.patient.write;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** PT-08: a new value is one that the schema in force has a place for. */
final class FollowsTheSchema {
  private static final int MOST_TEXT = 200;
  private static final int MOST_LONG = 2_000;

  private FollowsTheSchema() {}

  /** The values cleaned like any other text. */
  static ExtendedValues check(ExtendedValues changes, String shown, ExtendedSchema schema) {
    if (!schema.version().equals(shown)) {
      throw new Refused(RefusalCode.CONFLICT, Map.of("schema", schema.version()));
    }
    Map<String, List<String>> clean = new LinkedHashMap<>();
    changes
        .values()
        .forEach((code, values) -> {
          ExtendedSchema.Field field =
              schema
                  .field(code)
                  .orElseThrow(() -> Refused.field(RefusalCode.FIELD_INVALID, "extended"));
          clean.put(code, check(field, values));
        });
    Check.that(!clean.isEmpty(), RefusalCode.FIELD_REQUIRED, "extended");
    return new ExtendedValues(clean);
  }

  private static List<String> check(ExtendedSchema.Field field, List<String> values) {
    List<String> clean =
        values.stream()
            .map(value ->
                Check.text(
                    "extended",
                    value,
                    field.kind() == ExtendedSchema.Kind.LONG ? MOST_LONG : MOST_TEXT))
            .filter(value -> !value.isEmpty())
            .toList();
    boolean fits =
        switch (field.kind()) {
          case TEXT, LONG -> clean.size() <= 1;
          case DATE -> clean.size() <= 1 && clean.stream().allMatch(FollowsTheSchema::isDate);
          case CHOICE -> clean.size() <= 1 && offered(field, clean);
          case CHOICES -> clean.size() == Set.copyOf(clean).size() && offered(field, clean);
        };
    Check.that(fits, RefusalCode.FIELD_INVALID, "extended");
    return clean;
  }

  private static boolean offered(ExtendedSchema.Field field, List<String> values) {
    return values.stream().allMatch(field::offers);
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}
