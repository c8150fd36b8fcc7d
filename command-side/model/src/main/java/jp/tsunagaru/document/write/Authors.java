package jp.tsunagaru.document.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.facility.FacilityId;

/** Names as they stand at the moment of writing (DC-01). */
interface Authors {
  AuthorAsWritten asWritten(AccountId accountId, FacilityId facilityId);
}
