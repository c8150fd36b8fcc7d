package jp.tsunagaru.account.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;

/** The account is out of use for good. */
public record AccountDeactivated(AccountId accountId, FacilityId facilityId, String reasonCode)
    implements AccountEvent {}
