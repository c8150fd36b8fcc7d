package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.Secret;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Replaces the password (第8条4). Refuses {@code PASSWORD_WRONG}, {@code PASSWORD_TOO_WEAK}, {@code
 * PASSWORD_REUSED} (last 5).
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
public record ChangePassword(
    @TargetAggregateIdentifier AccountId accountId, Secret current, Secret replacement)
    implements AccountCommand, OwnAccount {}
