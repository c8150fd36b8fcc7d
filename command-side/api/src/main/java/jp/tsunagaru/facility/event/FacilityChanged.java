package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.kernel.Personal;

/**
 * 第9条: the registered content is this from now on; documents keep the name they were written under.
 *
 * @param confirmed whether the city decided on it, which ends the request that waited
 */
public record FacilityChanged(
    FacilityId facilityId,
    long version,
    FacilityProfile profile,
    Personal<FacilityPeople> people,
    boolean confirmed)
    implements FacilityEvent {}
