package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.write.RecordLookup.Place;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * 第16条1, PT-09: both persons agreed to sharing, and a record stands under one other at most; there
 * are no chains, so that taking one merge back touches no other.
 */
final class TwoRecordsOfOnePerson {
  private TwoRecordsOfOnePerson() {}

  static void check(PatientId patientId, PatientId mainId, RecordLookup lookup) {
    if (patientId.equals(mainId)) {
      throw new Refused(RefusalCode.MERGE_STATE);
    }
    if (!lookup.shared(patientId) || !lookup.shared(mainId)) {
      throw new Refused(RefusalCode.CONSENT_MISSING);
    }
    if (lookup.stands(patientId, Place.UNDER_ANOTHER)
        || lookup.stands(patientId, Place.ABOVE_ANOTHER)
        || lookup.stands(mainId, Place.UNDER_ANOTHER)) {
      throw new Refused(RefusalCode.MERGE_STATE);
    }
  }
}
