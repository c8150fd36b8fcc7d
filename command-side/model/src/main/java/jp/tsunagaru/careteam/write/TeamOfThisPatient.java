package jp.tsunagaru.careteam.write;

import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第15条1: the right was decided for the patient named, so the team has to be that patient's. */
final class TeamOfThisPatient {
  private TeamOfThisPatient() {}

  static void check(CareTeamId teamId, PatientId patientId) {
    if (!teamId.equals(CareTeamId.of(patientId))) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
