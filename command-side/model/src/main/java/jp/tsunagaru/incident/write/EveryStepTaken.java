package jp.tsunagaru.incident.write;

import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第28条: no step of the chain is skipped, and a case is closed only when none is left. */
final class EveryStepTaken {
  private EveryStepTaken() {}

  /**
   * @param step as the texts name it
   */
  static void check(String step, boolean taken) {
    if (!taken) {
      throw new Refused(RefusalCode.INCIDENT_STEP_MISSING, Map.of("field", step));
    }
  }
}
