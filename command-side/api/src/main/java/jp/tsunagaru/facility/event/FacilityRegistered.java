package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.kernel.Personal;

/** The facility takes part from now on; the portal lists what it publishes. */
public record FacilityRegistered(
    FacilityId facilityId, FacilityProfile profile, Personal<FacilityPeople> people)
    implements FacilityEvent {}
