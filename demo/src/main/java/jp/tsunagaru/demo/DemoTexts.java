package jp.tsunagaru.demo;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The packaged words of the demo that are no content of the city. */
final class DemoTexts {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("demo.demo", Locale.ROOT);

  private DemoTexts() {}

  static String get(String key, Object... values) {
    String text = BUNDLE.getString(key);
    return values.length == 0 ? text : MessageFormat.format(text, values);
  }

  static String getOr(String key, String otherwise) {
    return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : otherwise;
  }

  static List<String> list(String key) {
    return List.of(BUNDLE.getString(key).split(","));
  }

  /** A text without the sentences that speak of a file, for where none is attached. */
  static String withoutFiles(String text) {
    String left = text.replaceAll(BUNDLE.getString("about-files"), "").strip();
    return left.isEmpty() ? text : left;
  }
}
