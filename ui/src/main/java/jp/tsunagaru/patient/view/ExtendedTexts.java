package jp.tsunagaru.patient.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Values of 拡張情報 in words. */
final class ExtendedTexts {
  private ExtendedTexts() {}

  static String of(ExtendedSchema.Field field, List<String> values) {
    return values.isEmpty()
        ? Texts.get("patient.none")
        : values.stream()
            .map(value -> of(field, value))
            .collect(Collectors.joining(Texts.get("list.separator")));
  }

  static String version(String version) {
    return version.equals(ExtendedSchema.BUILT_IN)
        ? Texts.get("extendedSchema.builtIn")
        : Texts.get("extendedSchema.ofCity", version);
  }

  private static String of(ExtendedSchema.Field field, String value) {
    return switch (field.kind()) {
      case TEXT, LONG -> value;
      case DATE -> date(value);
      case CHOICE, CHOICES -> field.labelOf(value);
    };
  }

  private static String date(String value) {
    try {
      return DateTexts.date(LocalDate.parse(value));
    } catch (DateTimeParseException other) {
      return value;
    }
  }
}
