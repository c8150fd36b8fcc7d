package jp.tsunagaru.careteam.write;

import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第16条1, PT-01: nobody joins before the patient agreed, nor while sharing is stopped. */
final class ConsentBeforeTeam {
  private ConsentBeforeTeam() {}

  static void check(PatientId patientId, TeamLookup lookup) {
    if (!lookup.shared(patientId)) {
      throw new Refused(RefusalCode.CONSENT_MISSING);
    }
  }
}
