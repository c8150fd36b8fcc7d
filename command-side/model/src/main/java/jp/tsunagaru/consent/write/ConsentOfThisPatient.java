package jp.tsunagaru.consent.write;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第15条1: the right was decided for the patient named, so the consent has to be that patient's. */
final class ConsentOfThisPatient {
  private ConsentOfThisPatient() {}

  static void check(ConsentId consentId, PatientId patientId) {
    if (!consentId.equals(ConsentId.of(patientId))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
