package jp.tsunagaru.account.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.japanese.SearchKey;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * What a password must be (第8条4, 第25条4; AC-04, C-03): 13 characters of letters, digits and signs
 * together, or 8 beside a second factor; nothing that somebody who knows the person would try
 * first.
 */
final class PasswordRules {
  /** The rule that a refused password broke, the parameter {@code rule} of the refusal. */
  enum Rule {
    LENGTH,
    MIXED,
    LOGIN_ID,
    NAME,
    SEQUENCE,
    COMMON
  }

  private static final int ALONE = 13;
  private static final int BESIDE_SECOND_FACTOR = 8;
  private static final int FEWEST_DIFFERENT = 6;
  private static final int FEWEST_WITHOUT_RUNS = 7;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "!\"#$%&'()",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

  private final Set<String> common;

  PasswordRules(Set<String> common) {
    this.common = common;
  }

  static PasswordRules packaged() {
    InputStream list =
        Objects.requireNonNull(
            PasswordRules.class.getResourceAsStream("/passwords/common-words.txt"),
            "the packaged list of common words is missing");
    try (BufferedReader words =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return new PasswordRules(
          words
              .lines()
              .map(String::strip)
              .filter(word -> !word.isEmpty() && !word.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(Secret secret, LoginId loginId, Collection<String> names, boolean secondFactor) {
    broken(secret, loginId, names, secondFactor)
        .ifPresent(rule -> {
          throw refusal(rule);
        });
  }

  static Refused refusal(Rule rule) {
    return new Refused(RefusalCode.PASSWORD_TOO_WEAK, Map.of("rule", rule.name()));
  }

  Optional<Rule> broken(
      Secret secret, LoginId loginId, Collection<String> names, boolean secondFactor) {
    String plain = PasswordHashing.plain(secret);
    String lower = plain.toLowerCase(Locale.ROOT);
    int length = plain.codePointCount(0, plain.length());
    int shortest = secondFactor ? BESIDE_SECOND_FACTOR : ALONE;
    if (length < shortest || length > PasswordHashing.LONGEST) {
      return Optional.of(Rule.LENGTH);
    }
    if (!isMixed(plain)) {
      return Optional.of(Rule.MIXED);
    }
    if (lower.contains(loginId.value()) || reversed(lower).contains(loginId.value())) {
      return Optional.of(Rule.LOGIN_ID);
    }
    if (names.stream().flatMap(PasswordRules::parts).anyMatch(name -> holds(plain, name))) {
      return Optional.of(Rule.NAME);
    }
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT
        || withoutRuns(lower) < Math.min(FEWEST_WITHOUT_RUNS, length - 2)) {
      return Optional.of(Rule.SEQUENCE);
    }
    return isCommon(lower) ? Optional.of(Rule.COMMON) : Optional.empty();
  }

  private static boolean isMixed(String plain) {
    return plain.codePoints().anyMatch(Character::isLetter)
        && plain.codePoints().anyMatch(Character::isDigit)
        && plain.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
  }

  private static Stream<String> parts(String name) {
    return Stream.concat(Stream.of(name), Stream.of(name.split("[\\s\\p{Z}・]+")));
  }

  /** As written, or as kana that the password spells in romaji. */
  private static boolean holds(String plain, String name) {
    String written = SearchKey.of(name);
    if (longEnough(written) && SearchKey.of(plain).contains(written)) {
      return true;
    }
    String spoken = SearchKey.kana(name);
    return isKana(spoken)
        && spoken.length() > 1
        && Stream.of(plain.split("[^\\p{L}]+"))
            .filter(word -> !word.isEmpty())
            .anyMatch(word -> SearchKey.kana(word).contains(spoken));
  }

  private static boolean longEnough(String name) {
    boolean ascii = name.chars().allMatch(c -> c < 0x80);
    return name.codePointCount(0, name.length()) >= (ascii ? 3 : 2);
  }

  private static boolean isKana(String text) {
    return text.codePoints()
        .allMatch(
            c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA || c == 'ー');
  }

  /** How many characters are left when each run of neighbours (aaa, abc, 321, qwe) counts once. */
  private static int withoutRuns(String lower) {
    int left = 0;
    int at = 0;
    while (at < lower.length()) {
      int end = at + 1;
      while (end < lower.length() && isRun(lower.substring(at, end + 1))) {
        end++;
      }
      at = end - at >= 3 ? end : at + 1;
      left++;
    }
    return left;
  }

  private static boolean isRun(String text) {
    return text.chars().distinct().count() == 1
        || ROWS.stream().anyMatch(row -> row.contains(text) || row.contains(reversed(text)));
  }

  /** The letters alone, look-alikes read as letters, are one or two words of the list. */
  private boolean isCommon(String lower) {
    return Stream.of(lower, lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""))
        .flatMap(text -> Stream.of(text, lookAlikes(text)))
        .map(text -> text.replaceAll("[^\\p{L}]", ""))
        .anyMatch(this::isOneOrTwoWords);
  }

  private static String lookAlikes(String text) {
    String letters = "aoiest";
    String signs = "@013$7";
    String read = text;
    for (int i = 0; i < signs.length(); i++) {
      read = read.replace(signs.charAt(i), letters.charAt(i));
    }
    return read.replace('5', 's').replace('!', 'i').replace('4', 'a');
  }

  private boolean isOneOrTwoWords(String letters) {
    String word = Normalizer.normalize(letters, Normalizer.Form.NFKC);
    if (common.contains(word)) {
      return true;
    }
    for (int cut = 1; cut < word.length(); cut++) {
      if (common.contains(word.substring(0, cut)) && common.contains(word.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
