package jp.tsunagaru.verifier;

import java.util.HashMap;
import java.util.Map;

/** Reads one flat object of plain strings and whole numbers: a head consists of nothing else. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Map<String, String> read(String line) throws UnreadableException {
    return new Json(line).object();
  }

  private Map<String, String> object() throws UnreadableException {
    Map<String, String> fields = new HashMap<>();
    expect('{');
    do {
      String name = string();
      expect(':');
      if (fields.put(name, value()) != null) {
        throw new UnreadableException("error.head");
      }
    } while (next() == ',');
    at--;
    expect('}');
    skipBlanks();
    if (at != text.length()) {
      throw new UnreadableException("error.head");
    }
    return fields;
  }

  private String value() throws UnreadableException {
    char first = next();
    at--;
    if (first == '"') {
      return string();
    }
    int begin = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }

  private String string() throws UnreadableException {
    expect('"');
    int end = text.indexOf('"', at);
    if (end < 0) {
      throw new UnreadableException("error.head");
    }
    String found = text.substring(at, end);
    if (found.indexOf('\\') >= 0) {
      throw new UnreadableException("error.head");
    }
    at = end + 1;
    return found;
  }

  private void expect(char wanted) throws UnreadableException {
    if (next() != wanted) {
      throw new UnreadableException("error.head");
    }
  }

  private char next() throws UnreadableException {
    skipBlanks();
    if (at >= text.length()) {
      throw new UnreadableException("error.head");
    }
    return text.charAt(at++);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
