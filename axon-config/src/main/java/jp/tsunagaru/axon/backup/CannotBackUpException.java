package jp.tsunagaru.axon.backup;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** A backup or restore that must not go on; says why and what to do, in the operator's words. */
final class CannotBackUpException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param key of the sentence in the texts of the backup
   */
  CannotBackUpException(String key, Object... parameters) {
    super(text(key, parameters));
  }

  static String text(String key, Object... parameters) {
    return MessageFormat.format(
        ResourceBundle.getBundle("texts/backup").getString(key), parameters);
  }
}
