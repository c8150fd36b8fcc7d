package jp.tsunagaru.japanese;

import java.util.Optional;
import java.util.regex.Pattern;

/** Postal code of 7 digits, held without hyphen. Whether it exists is not checked. */
public record PostalCode(String digits) {

  private static final Pattern FORMAT = Pattern.compile("[0-9]{7}");
  private static final String KOMAKI = "485";

  /**
   * A code already in its stored form.
   *
   * @throws IllegalArgumentException unless it has exactly 7 ASCII digits
   */
  public PostalCode {
    if (!FORMAT.matcher(digits).matches()) {
      throw new IllegalArgumentException("A postal code has 7 digits");
    }
  }

  /** Reads typed text in any width, with or without 〒 and hyphen; empty unless 7 digits. */
  public static Optional<PostalCode> parse(String text) {
    String compact = NumberText.compact(text).replaceFirst("^[〒〶]", "");
    return FORMAT.matcher(compact).matches()
        ? Optional.of(new PostalCode(compact))
        : Optional.empty();
  }

  /** The code as {@code NNN-NNNN}. */
  public String display() {
    return digits.substring(0, 3) + "-" + digits.substring(3);
  }

  /** Whether the code lies in Komaki; a hint about an address, never a proof (PT-06). */
  public boolean isKomaki() {
    return digits.startsWith(KOMAKI);
  }
}
