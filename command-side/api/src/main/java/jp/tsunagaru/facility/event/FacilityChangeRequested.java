package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.kernel.Personal;

/** What the registered content is to become once the city confirms it (PF-11). */
public record FacilityChangeRequested(
    FacilityId facilityId, long version, FacilityProfile profile, Personal<FacilityPeople> people)
    implements FacilityEvent {}
