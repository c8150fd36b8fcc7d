package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/** Closes a session; reason is one of {@code LOGOUT, TIMEOUT, REVOKED}. */
@AllowedFor(
    value = {
      Role.CARE_USER,
      Role.FACILITY_ADMIN,
      Role.CITY_OPERATOR,
      Role.CITY_AUDITOR,
      Role.CONTRACTOR_OPS,
      Role.CONTRACTOR_HELPDESK,
      Role.COUNCIL
    },
    beforePledge = true)
public record SignOut(AccountId accountId, String reason, long seconds)
    implements AccountCommand, OwnAccount {}
