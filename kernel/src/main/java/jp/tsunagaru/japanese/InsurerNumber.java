package jp.tsunagaru.japanese;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of an insurer (保険者番号): 6 digits for long-term care and national health insurance, 8 digits
 * for other health insurance; the last one is a check digit.
 */
public record InsurerNumber(String value) {

  private static final Pattern FORMAT = Pattern.compile("[0-9]{6}|[0-9]{8}");

  /**
   * A number already in its stored form.
   *
   * @throws IllegalArgumentException unless it has exactly 6 or 8 ASCII digits
   */
  public InsurerNumber {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("An insurer number has 6 or 8 digits");
    }
  }

  /** Reads typed text in any width, spaces and hyphens ignored; empty unless 6 or 8 digits. */
  public static Optional<InsurerNumber> parse(String text) {
    String compact = NumberText.compact(text);
    return FORMAT.matcher(compact).matches()
        ? Optional.of(new InsurerNumber(compact))
        : Optional.empty();
  }

  /** Whether the last digit is right. A wrong one deserves a warning, not a refusal. */
  public boolean checkDigitMatches() {
    return CheckDigit.matches(value);
  }
}
