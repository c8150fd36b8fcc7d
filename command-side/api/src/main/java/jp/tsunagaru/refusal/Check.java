package jp.tsunagaru.refusal;

import java.util.Map;
import jp.tsunagaru.japanese.CleanText;
import org.jspecify.annotations.Nullable;

/** Checks that value objects and commands make of their own fields. */
public final class Check {
  private Check() {}

  /**
   * Text as entered, without control characters and outer blanks; at most {@code max} code points.
   */
  public static String text(String field, @Nullable String text, int max) {
    String clean = text == null ? "" : CleanText.of(text);
    if (clean.codePointCount(0, clean.length()) > max) {
      throw new Refused(
          RefusalCode.FIELD_TOO_LONG, Map.of("field", field, "max", Integer.toString(max)));
    }
    return clean;
  }

  public static String required(String field, @Nullable String text, int max) {
    String clean = text(field, text, max);
    if (clean.isEmpty()) {
      throw Refused.field(RefusalCode.FIELD_REQUIRED, field);
    }
    return clean;
  }

  public static void that(boolean holds, RefusalCode code, String field) {
    if (!holds) {
      throw Refused.field(code, field);
    }
  }
}
