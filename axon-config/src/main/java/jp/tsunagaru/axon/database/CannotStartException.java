package jp.tsunagaru.axon.database;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The start is in vain until the operator changes something; says what, in the operator's words.
 */
class CannotStartException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * @param key of the sentence in the texts of the start
   */
  CannotStartException(String key, Object... parameters) {
    super(key);
    this.sentence =
        MessageFormat.format(ResourceBundle.getBundle("texts/start").getString(key), parameters);
  }

  String sentence() {
    return sentence;
  }
}
