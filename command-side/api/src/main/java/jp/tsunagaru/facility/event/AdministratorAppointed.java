package jp.tsunagaru.facility.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;

/** 第7条2: who answers for the users of the facility. */
public record AdministratorAppointed(FacilityId facilityId, AccountId accountId)
    implements FacilityEvent {}
