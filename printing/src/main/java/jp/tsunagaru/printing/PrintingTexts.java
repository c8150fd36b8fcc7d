package jp.tsunagaru.printing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

final class PrintingTexts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("texts/printing", Locale.ROOT);

  private PrintingTexts() {}

  static String get(String key, Object... parameters) {
    return new MessageFormat(BUNDLE.getString("printing." + key), Locale.JAPAN).format(parameters);
  }
}
