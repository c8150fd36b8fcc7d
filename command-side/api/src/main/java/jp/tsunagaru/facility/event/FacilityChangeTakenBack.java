package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;

/** Nothing waits for the city any more, by the facility's own will. */
public record FacilityChangeTakenBack(FacilityId facilityId, long version)
    implements FacilityEvent {}
