package jp.tsunagaru.audit.write;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-09: a question that nobody can answer would keep the review open for ever. */
final class SomebodyToAnswer {
  private SomebodyToAnswer() {}

  static void check(FacilityId facilityId, LogReviewLookup lookup) {
    if (!lookup.answers(facilityId)) {
      throw new Refused(RefusalCode.LOG_REVIEW_NOBODY);
    }
  }
}
