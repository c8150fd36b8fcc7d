package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;

/**
 * 廃止 (第10条): the registration has ended for good.
 *
 * @param patientsLeft patients nobody of another facility was in charge of at that moment (PF-13)
 * @param arrangement who cares for them, in the words of the city
 */
public record FacilityAbolished(
    FacilityId facilityId, long version, int patientsLeft, Personal<String> arrangement)
    implements FacilityEvent {}
