package jp.tsunagaru.account.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/** マイプロファイル. */
@AllowedFor({
  Role.CARE_USER,
  Role.FACILITY_ADMIN,
  Role.CITY_OPERATOR,
  Role.CITY_AUDITOR,
  Role.CONTRACTOR_OPS,
  Role.CONTRACTOR_HELPDESK,
  Role.COUNCIL
})
public record FindMyProfile(AccountId accountId) implements OwnAccount {}
