package jp.tsunagaru.careteam.read;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.japanese.SearchText;

/**
 * Finds users by name, kana or facility. A city has thousands of users, not millions: their keys
 * are kept in memory and made once for each spelling.
 */
final class ColleagueKeys {
  private static final int MOST = 50_000;

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, String> kanas = new ConcurrentHashMap<>();

  /** What to look for in names and facilities, and in kana; blank finds everybody. */
  record Wanted(String name, String kana) {}

  static Wanted wanted(String text) {
    return switch (SearchText.understand(text)) {
      case SearchText.Kana(String key, String nameKey) -> new Wanted(nameKey, key);
      case SearchText.Name(String key) -> new Wanted(key, key);
      case SearchText.Phone phone -> new Wanted(SearchKey.of(text), SearchKey.of(text));
      case SearchText.Empty empty -> new Wanted("", "");
    };
  }

  boolean matches(Colleague colleague, Wanted wanted) {
    return name(colleague.name()).contains(wanted.name())
        || name(colleague.facility()).contains(wanted.name())
        || kana(colleague.kana()).contains(wanted.kana())
        || Arrays.stream(colleague.kana().split(" "))
            .anyMatch(part -> kana(part).contains(wanted.kana()));
  }

  private String name(String text) {
    return key(names, text, true);
  }

  private String kana(String text) {
    return key(kanas, text, false);
  }

  private static String key(Map<String, String> known, String text, boolean name) {
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(text, name ? SearchKey::of : SearchKey::kana);
  }
}
