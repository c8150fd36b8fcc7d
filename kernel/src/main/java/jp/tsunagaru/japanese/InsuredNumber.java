package jp.tsunagaru.japanese;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a person in long-term care insurance (被保険者番号): 10 digits, or H and 9 digits for people
 * on public assistance treated like 第2号. There is no known national check digit, so only the form
 * is checked.
 */
public record InsuredNumber(String value) {

  private static final Pattern FORMAT = Pattern.compile("[0-9H][0-9]{9}");

  /**
   * A number already in its stored form.
   *
   * @throws IllegalArgumentException unless it has 10 ASCII digits, or H and 9
   */
  public InsuredNumber {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("An insured number has 10 digits, or H and 9 digits");
    }
  }

  /** Reads typed text in any width and case, spaces and hyphens ignored; empty if malformed. */
  public static Optional<InsuredNumber> parse(String text) {
    String compact = NumberText.compact(text);
    return FORMAT.matcher(compact).matches()
        ? Optional.of(new InsuredNumber(compact))
        : Optional.empty();
  }

  /** Whether the person is on public assistance and treated like 第2号. */
  public boolean isPublicAssistance() {
    return value.charAt(0) == 'H';
  }
}
