package jp.tsunagaru.document.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;

/** The person who sent a command, in the hat worn. */
record Actor(AccountId accountId, FacilityId facilityId, Origin origin) {
  /**
   * Refuses visitors and automations: nothing is written about a patient without a name under it.
   */
  static Actor of(MetaData metaData) {
    Origin origin = Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    try {
      return new Actor(
          new AccountId(origin.accountId()), new FacilityId(origin.facilityId()), origin);
    } catch (IllegalArgumentException nobody) {
      throw new Refused(RefusalCode.NOT_SIGNED_IN);
    }
  }

  Profession profession() {
    try {
      return Profession.valueOf(origin.profession());
    } catch (IllegalArgumentException none) {
      return Profession.OTHER;
    }
  }
}
