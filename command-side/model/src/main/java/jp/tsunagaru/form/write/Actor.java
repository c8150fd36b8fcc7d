package jp.tsunagaru.form.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;

/** The person who sent a command, in the hat worn. */
record Actor(AccountId accountId, FacilityId facilityId) {
  /** Refuses visitors and automations: nobody but a person fills in a form. */
  static Actor of(MetaData metaData) {
    Origin origin = Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    try {
      return new Actor(new AccountId(origin.accountId()), new FacilityId(origin.facilityId()));
    } catch (IllegalArgumentException nobody) {
      throw new Refused(RefusalCode.NOT_SIGNED_IN);
    }
  }
}
