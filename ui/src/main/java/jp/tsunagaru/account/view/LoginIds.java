package jp.tsunagaru.account.view;

import java.text.Normalizer;
import java.util.Locale;

/** Proposes a user id; whether it is free is known when the account is issued. */
public final class LoginIds {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  private LoginIds() {}

  /**
   * From Latin letters of a name or mail address where there are any, else a word and four digits.
   */
  public static String suggest(String source, long seed) {
    String latin =
        Normalizer.normalize(source, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("@.*", "")
            .replaceAll("[^a-z0-9._-]", "");
    String start = latin.replaceFirst("^[^a-z]+", "");
    if (start.length() < SHORTEST) {
      start = "user" + start;
    }
    String head = start.length() > LONGEST ? start.substring(0, LONGEST) : start;
    return head + "-" + String.format(Locale.ROOT, "%04d", Math.floorMod(seed, 10_000L));
  }
}
