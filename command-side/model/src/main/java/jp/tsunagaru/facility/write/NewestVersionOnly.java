package jp.tsunagaru.facility.write;

import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** Nobody decides about something else than what was seen (design §4.6). */
final class NewestVersionOnly {
  private NewestVersionOnly() {}

  static void check(long seen, long newest) {
    if (seen != newest) {
      throw new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(newest)));
    }
  }
}
