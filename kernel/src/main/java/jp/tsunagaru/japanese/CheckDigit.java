package jp.tsunagaru.japanese;

/**
 * Check digit of insurer and care provider numbers: modulus 10 with weights 2-1, products split
 * (保険者番号設定要領).
 *
 * <p>From the right, characters weigh 2, 1, 2, 1 …; the digits of all products are added up and the
 * check digit completes the sum to a multiple of 10. Letters count 10 (A) to 32 (Z); I, O and Q are
 * not used.
 */
public final class CheckDigit {

  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  private CheckDigit() {}

  /**
   * The check digit (0 to 9) that follows a body.
   *
   * @throws IllegalArgumentException if the body is empty or has other characters than 0–9 and A–Z
   *     without I, O, Q
   */
  public static int of(String body) {
    if (body.isEmpty()) {
      throw new IllegalArgumentException("A check digit needs a body");
    }
    int sum = 0;
    int weight = 2;
    for (int index = body.length() - 1; index >= 0; index--) {
      sum += sumOfDigits(value(body.charAt(index)) * weight);
      weight = 3 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  /** Whether the last character is the check digit of those before it; false for odd text. */
  public static boolean matches(String number) {
    if (number.length() < 2 || !number.chars().allMatch(CheckDigit::hasValue)) {
      return false;
    }
    int last = number.length() - 1;
    return number.charAt(last) == '0' + of(number.substring(0, last));
  }

  static boolean isLetter(int character) {
    return LETTERS.indexOf(character) >= 0;
  }

  private static boolean hasValue(int character) {
    return isDigit(character) || isLetter(character);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static int value(char character) {
    if (isDigit(character)) {
      return character - '0';
    }
    if (isLetter(character)) {
      return 10 + LETTERS.indexOf(character);
    }
    throw new IllegalArgumentException("Neither a digit nor an allowed letter: " + character);
  }

  private static int sumOfDigits(int product) {
    return product / 10 + product % 10;
  }
}
