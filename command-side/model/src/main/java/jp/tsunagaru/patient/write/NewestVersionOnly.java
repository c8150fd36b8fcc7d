package jp.tsunagaru.patient.write;

import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** Nothing is overwritten unseen (design §4.6): who edits has seen the newest version. */
final class NewestVersionOnly {
  private NewestVersionOnly() {}

  static void check(long expected, long newest) {
    if (expected != newest) {
      throw new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(newest)));
    }
  }
}
