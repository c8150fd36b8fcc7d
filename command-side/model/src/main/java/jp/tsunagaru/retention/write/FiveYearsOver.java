package jp.tsunagaru.retention.write;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第19条1, DL-06: nothing is disposed of on a day on which it must still be kept. */
final class FiveYearsOver {
  private FiveYearsOver() {}

  static void check(Set<PatientId> batch, Patients patients, LocalDate today) {
    if (batch.isEmpty() || !patients.disposable(batch, today).equals(batch)) {
      throw new Refused(RefusalCode.NOT_DISPOSABLE);
    }
  }
}
