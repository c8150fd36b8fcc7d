package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;

/** The city gave a requested change back (PF-11). */
public record FacilityChangeDeclined(FacilityId facilityId, long version, Personal<String> reason)
    implements FacilityEvent {}
