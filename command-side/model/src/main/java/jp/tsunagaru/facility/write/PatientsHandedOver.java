package jp.tsunagaru.facility.write;

import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * PF-13: patients are handed over or their use is ended before a facility leaves, or the city
 * writes down who cares for them.
 */
final class PatientsHandedOver {
  private PatientsHandedOver() {}

  static void check(int patientsLeft, String arrangement) {
    if (patientsLeft > 0 && arrangement.isEmpty()) {
      throw new Refused(
          RefusalCode.PATIENTS_LEFT, Map.of("patients", Integer.toString(patientsLeft)));
    }
  }
}
