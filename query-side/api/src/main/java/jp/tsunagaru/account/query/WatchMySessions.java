package jp.tsunagaru.account.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/**
 * Tells open pages that their session has ended elsewhere, as when the account was stopped (第11条1):
 * what they show must not stay. Updates are {@link SessionEnded}, the initial answer is {@link
 * SessionEnded#NONE}.
 */
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
public record WatchMySessions(AccountId accountId) implements OwnAccount {}
