package jp.tsunagaru.kernel;

/**
 * A globally unique, type-prefixed identifier such as {@code doc_01k2…}. It never contains or is
 * derived from anything personal, so it may stand in metadata, addresses and logs.
 */
public interface Id {
  String value();

  /**
   * Returns the value when it is the prefix, an underscore and 26 characters of {@code 0-9a-z}.
   *
   * @throws IllegalArgumentException otherwise, without repeating the refused text
   */
  static String checked(String prefix, String value) {
    int head = prefix.length() + 1;
    boolean shaped =
        value.length() == head + 26 && value.startsWith(prefix) && value.charAt(head - 1) == '_';
    for (int i = head; shaped && i < value.length(); i++) {
      char c = value.charAt(i);
      shaped = c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }
    if (!shaped) {
      throw new IllegalArgumentException("not an id of kind " + prefix);
    }
    return value;
  }

  /** The part behind the prefix, with which ids of one-to-one companions are formed. */
  default String suffix() {
    return value().substring(value().indexOf('_') + 1);
  }
}
