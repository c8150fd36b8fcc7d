package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.TermsAgreement;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The pledge of 第8条3, without which no account works (AC-02). */
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
public record PledgeTerms(@TargetAggregateIdentifier AccountId accountId, TermsAgreement agreement)
    implements AccountCommand, OwnAccount {}
