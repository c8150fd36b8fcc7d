package jp.tsunagaru.access.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;

/** Who sent the message that is being handled; the gate has verified it by then. */
public final class Acting {
  private Acting() {}

  public static Origin origin(MetaData metaData) {
    return Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
  }

  public static AccountId account(MetaData metaData) {
    return new AccountId(origin(metaData).accountId());
  }

  public static FacilityId facility(MetaData metaData) {
    return new FacilityId(origin(metaData).facilityId());
  }
}
