package jp.tsunagaru.facility.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;

/** 第8条2: admitted. */
public record ApplicationApproved(
    ApplicationId applicationId,
    FacilityId facilityId,
    AccountId administratorId,
    String otherAffiliationNote)
    implements FacilityEvent {}
