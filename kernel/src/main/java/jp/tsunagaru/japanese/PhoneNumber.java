package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Japanese telephone number: as it was typed, and its 10 or 11 digits beginning with 0.
 *
 * <p>Numbers of other countries, short numbers such as 119 and numbers with extensions are refused.
 */
public record PhoneNumber(String raw, String digits) {

  private static final Pattern PUNCTUATION = Pattern.compile("[-‐‑‒–—―−ー()./・\\s\\p{Z}]");
  private static final Pattern COUNTRY = Pattern.compile("^\\+810?");
  private static final Pattern NUMBER = Pattern.compile("0[25-9]0[0-9]{8}|0[1-9][1-9][0-9]{7}");
  private static final Pattern SEARCHABLE = Pattern.compile("[0-9]{4,}");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final int MOBILE_LENGTH = 11;

  /**
   * A number already read.
   *
   * @throws IllegalArgumentException unless the digits are those of a Japanese number
   */
  public PhoneNumber {
    if (raw.isEmpty() || !NUMBER.matcher(digits).matches()) {
      throw new IllegalArgumentException("A phone number has 10 or 11 digits and begins with 0");
    }
  }

  /** Reads a number in any width and punctuation, also with +81; empty if it is none. */
  public static Optional<PhoneNumber> parse(String text) {
    String digits = plain(text);
    return NUMBER.matcher(digits).matches()
        ? Optional.of(new PhoneNumber(text, digits))
        : Optional.empty();
  }

  /**
   * The digits of a number or a part of one, for partial search from 4 digits on; +81 becomes 0 and
   * everything that is no digit is dropped.
   */
  public static String digitsOf(String text) {
    return NO_DIGIT.matcher(plain(text)).replaceAll("");
  }

  /** The number with hyphens where its area code ends, for instance {@code 0568-76-1188}. */
  public String display() {
    int area = AreaCodes.lengthIn(digits);
    int subscriber = digits.length() - AreaCodes.lastPartIn(digits);
    return String.join(
        "-",
        digits.substring(0, area),
        digits.substring(area, subscriber),
        digits.substring(subscriber));
  }

  static boolean isSearchable(String text) {
    return SEARCHABLE.matcher(plain(text)).matches();
  }

  private static String plain(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      if (sign >= '0' && sign <= '9') {
        digits.append(sign);
      } else if (sign != '-') {
        return normalized(text);
      }
    }
    return digits.toString();
  }

  static String normalized(String text) {
    String bare =
        PUNCTUATION.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    return COUNTRY.matcher(bare).replaceFirst("0");
  }

  /**
   * Where numbers are parted, by their longest known beginning. The table was computed by asking
   * libphonenumber 9.0.20 for every beginning of six digits; beginnings not in use may be parted
   * anywhere.
   */
  private static final class AreaCodes {

    private static final int USUAL_LENGTH = 4;
    private static final int LONGEST_BEGINNING = 6;
    private static final int USUAL_LAST_PART = 4;

    private static final String OF_TWO = "03 0420 0429 04700 04701 04709 0471 06";
    private static final String OF_THREE =
        """
        011 01540 01541 01548 01550 01551 01557 0177 0188 0196 0199 0221 0222 0223 0227 0230
        0231 0232 0236 0239 0245 0249 02500 02501 0251 0252 0253 02540 02541 0255 02560
        02561 0257 02580 02581 025917 025999 0262 0264 0271 0272 0273 0275 02780 02781 02788
        02789 0281 02830 02831 02833 02834 0286 0289 0290 02917 0292 0293 0298 042 04220
        04221 04291 04297 04298 043 044 045 0462 0464 0468 0472 0473 0474 04750 04751 04759
        0477 04790 04791 04799 048 0492 0499 052 0530 0534 0535 0539 054 0552 0559 0580 0582
        0583 0588 0589 0590 0591 0592 0593 05980 05981 05989 05990 05991 05999 060 072 0734
        075 0760 0762 0764 0769 0775 0777 078 0792 0793 0794 07950 07951 07955 07956 07959
        07960 07961 07966 07967 0821 0822 08240 08241 08242 08243 08249 0825 0828 08290
        08291 08292 082941 082942 082943 08296 08299 0832 08360 08370 08371 083766 083767
        083768 08377 08378 08379 08380 08381 0839 083960 083961 083963 083966 0849 08510
        08511 0860 0861 0862 08636 0864 0865 086552 086553 08660 08661 086691 086697 086698
        086722 086723 086724 086726 086728 086737 086738 08680 08681 08689 08690 08691 08694
        08695 08699 087 0886 0888 0890 0891 0899 092 093 0941 0945 0951 0953 0958 0961 0962
        0963 0971 0975 0976 0981 0988 0989 0991 0992 099331 099343 099345 099347 09940 09941
        09947 09948 0998 0999
        """;

    /** Exceptions among longer beginnings of the three-digit codes. */
    private static final String OF_FOUR =
        """
        02232 02233 02557 02558 02572 02573 02574 02642 02643 02644 02645 02896 02897 02898
        02899 02932 02933 02934 0422 04282 04283 04287 04288 04289 0436 0438 0439 0480
        053960 053961 053962 053963 053974 053977 05399 0544 0545 0547 0548 059790 059791
        059797 059798 0721 0725 07946 07947 07948 082920 086360 086361 086366 08654 08655
        08656 08657 086992 086993 0875 0877 0879 0920 0930
        """;

    private static final String OF_FIVE =
        """
        01267 01372 01374 01377 01392 01397 01398 01456 01457 01466 01547 01558 01564 01586
        01587 01632 01634 01635 01648 01654 01655 01656 01658 04992 04994 04996 04998 05769
        05979 07468 08387 08388 08389 08396 08477 0851 09802 09912 09913 09969
        """;

    private static final Map<String, Integer> LENGTHS = read();

    static int lengthIn(String digits) {
      if (digits.length() == MOBILE_LENGTH) {
        return digits.startsWith("0800") ? 4 : 3;
      }
      for (int length = LONGEST_BEGINNING; length > 1; length--) {
        Integer found = LENGTHS.get(digits.substring(0, length));
        if (found != null) {
          return found;
        }
      }
      return USUAL_LENGTH;
    }

    static int lastPartIn(String digits) {
      boolean isService =
          digits.startsWith("0120") || digits.startsWith("0570") || digits.startsWith("0990");
      return isService ? 3 : USUAL_LAST_PART;
    }

    private static Map<String, Integer> read() {
      Map<String, Integer> lengths = new HashMap<>();
      add(lengths, OF_TWO, 2);
      add(lengths, OF_THREE, 3);
      add(lengths, OF_FOUR, 4);
      add(lengths, OF_FIVE, 5);
      return Map.copyOf(lengths);
    }

    private static void add(Map<String, Integer> lengths, String beginnings, int length) {
      for (String beginning : beginnings.strip().split("\\s+")) {
        lengths.put(beginning, length);
      }
    }
  }
}
