package jp.tsunagaru.japanese;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Number of a care provider (事業所番号): 10 characters, prefecture 2, category 1, municipality 2,
 * number 4, check digit 1. Only the category may be a letter, never I, O or Q.
 *
 * <p>Numbers of that form are accepted even where their content looks wrong, because old numbers
 * are still in use; {@link #warnings} says what to ask about.
 */
public record CareProviderNumber(String value) {

  private static final Pattern FORMAT = Pattern.compile("[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}");
  private static final int CATEGORY_AT = 2;
  private static final int PREFECTURES = 47;

  /** What the third character says about the provider. */
  public enum Category {
    /** 地域包括支援センター; also comprehensive projects during their transition. */
    COMMUNITY_SUPPORT_CENTER,
    HOSPITAL_OR_CLINIC,
    DENTAL_CLINIC,
    PHARMACY,
    /** 介護老人保健施設. */
    HEALTH_FACILITY,
    VISITING_NURSE_STATION,
    /** 指定事業所. */
    DESIGNATED,
    /** 基準該当事業所. */
    MEETING_STANDARDS,
    /** 地域密着型サービス. */
    COMMUNITY_BASED,
    /** 総合事業; any letter. */
    COMPREHENSIVE_PROJECT,
    UNKNOWN
  }

  /** What looks wrong about a number. */
  public enum Warning {
    CHECK_DIGIT,
    PREFECTURE,
    CATEGORY
  }

  /**
   * A number already in its stored form.
   *
   * @throws IllegalArgumentException unless the form is right; content is not checked
   */
  public CareProviderNumber {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("A care provider number has 10 characters");
    }
  }

  /** Reads typed text in any width and case, spaces and hyphens ignored; empty if malformed. */
  public static Optional<CareProviderNumber> parse(String text) {
    String compact = NumberText.compact(text);
    return FORMAT.matcher(compact).matches()
        ? Optional.of(new CareProviderNumber(compact))
        : Optional.empty();
  }

  public Category category() {
    char character = value.charAt(CATEGORY_AT);
    return switch (character) {
      case '0' -> Category.COMMUNITY_SUPPORT_CENTER;
      case '1' -> Category.HOSPITAL_OR_CLINIC;
      case '2' -> Category.UNKNOWN;
      case '3' -> Category.DENTAL_CLINIC;
      case '4' -> Category.PHARMACY;
      case '5' -> Category.HEALTH_FACILITY;
      case '6' -> Category.VISITING_NURSE_STATION;
      case '7' -> Category.DESIGNATED;
      case '8' -> Category.MEETING_STANDARDS;
      case '9' -> Category.COMMUNITY_BASED;
      default -> Category.COMPREHENSIVE_PROJECT;
    };
  }

  /** Prefecture by its national number, 1 to 47 if the number is genuine. */
  public int prefecture() {
    return Integer.parseInt(value.substring(0, CATEGORY_AT));
  }

  /** Whether the last digit is right; part of {@link #warnings}. */
  public boolean checkDigitMatches() {
    return CheckDigit.matches(value);
  }

  /** Everything that looks wrong, empty for a number without doubts; not modifiable. */
  public Set<Warning> warnings() {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (!checkDigitMatches()) {
      warnings.add(Warning.CHECK_DIGIT);
    }
    if (prefecture() < 1 || prefecture() > PREFECTURES) {
      warnings.add(Warning.PREFECTURE);
    }
    if (category() == Category.UNKNOWN) {
      warnings.add(Warning.CATEGORY);
    }
    return Collections.unmodifiableSet(warnings);
  }
}
