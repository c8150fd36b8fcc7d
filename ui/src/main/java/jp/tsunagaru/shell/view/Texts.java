package jp.tsunagaru.shell.view;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All sentences of the screens: every {@code texts/*.properties} merged into one bundle. A key that
 * stands in two files or is missing is a mistake that tests (which run with assertions on) see as a
 * failure; a user sees the bare key rather than a broken page.
 */
public final class Texts {
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final Map<String, String> ALL = load();

  private Texts() {}

  /** The text of a key; parameters fill {@code {0}}, {@code {1}} … */
  public static String get(String key, Object... parameters) {
    String text = ALL.get(key);
    if (text == null) {
      assert false : "no text for " + key;
      LOG.error("No text for {}", key);
      return key;
    }
    return parameters.length == 0 ? text : new MessageFormat(text, Locale.JAPAN).format(parameters);
  }

  /** The text of an enum constant under {@code prefix.CONSTANT}. */
  public static String of(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name());
  }

  /** For codes that may be newer than the bundle. */
  public static Optional<String> find(String key) {
    return Optional.ofNullable(ALL.get(key));
  }

  /** Every text whose key begins so, by the rest of its key. */
  public static Map<String, String> under(String prefix) {
    Map<String, String> found = new HashMap<>();
    ALL.forEach((key, text) -> {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), text);
      }
    });
    return found;
  }

  static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> load() {
    Map<String, String> all = new HashMap<>();
    try {
      Resource[] bundles =
          new PathMatchingResourcePatternResolver(Texts.class.getClassLoader())
              .getResources("classpath*:texts/*.properties");
      for (Resource bundle : bundles) {
        Properties properties = new Properties();
        try (Reader reader =
            new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
          String former = all.put(key, properties.getProperty(key));
          if (former != null) {
            throw new IllegalStateException("The text " + key + " stands in two bundles");
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(all);
  }
}
