package jp.tsunagaru.refusal;

import java.util.Map;

/**
 * Nothing is overwritten or decided unseen (design §4.6): who does it has seen the newest version.
 * Refuses {@code CONFLICT} with that {@code version}.
 */
public final class NewestVersionOnly {
  private NewestVersionOnly() {}

  public static void check(long seen, long newest) {
    if (seen != newest) {
      throw new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(newest)));
    }
  }
}
