package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;

/** The facility goes on taking part. */
public record AbolitionRequestTakenBack(FacilityId facilityId, long version)
    implements FacilityEvent {}
