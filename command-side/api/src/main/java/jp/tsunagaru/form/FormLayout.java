package jp.tsunagaru.form;

import java.util.List;
import java.util.Map;

/**
 * Where everything of one version stands on its A4 sheets.
 *
 * @param words of the sheet that are put together with values, by name
 */
public record FormLayout(String version, Map<String, String> words, List<List<PrintItem>> pages) {
  public FormLayout {
    words = Map.copyOf(words);
    pages = pages.stream().map(List::copyOf).toList();
  }

  /** A pattern with {@code {0}}, {@code {1}}. */
  public String word(String name, String... values) {
    String text = words.get(name);
    if (text == null) {
      throw new BrokenDefinitionException(version, name, "is no word of the layout");
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }
}
