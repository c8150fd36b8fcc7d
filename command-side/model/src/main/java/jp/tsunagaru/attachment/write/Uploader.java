package jp.tsunagaru.attachment.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;

/** The person who sends a file, in the hat worn. */
record Uploader(AccountId accountId, String facilityId) {
  static Uploader of(MetaData metaData) {
    Origin origin = Origin.from(metaData).orElseThrow(() -> new Refused(RefusalCode.NOT_SIGNED_IN));
    try {
      return new Uploader(new AccountId(origin.accountId()), origin.facilityId());
    } catch (IllegalArgumentException nobody) {
      throw new Refused(RefusalCode.NOT_SIGNED_IN);
    }
  }
}
