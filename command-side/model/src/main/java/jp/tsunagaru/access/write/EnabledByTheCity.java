package jp.tsunagaru.access.write;

import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** TM-10: off by default. */
final class EnabledByTheCity {
  private EnabledByTheCity() {}

  static void check(EmergencyLookup lookup) {
    if (!lookup.enabled()) {
      throw new Refused(RefusalCode.BREAK_GLASS_OFF);
    }
  }
}
