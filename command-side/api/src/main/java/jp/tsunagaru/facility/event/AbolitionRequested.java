package jp.tsunagaru.facility.event;

import java.time.LocalDate;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;

/**
 * 第10条: the facility wants its registration to end.
 *
 * @param on from which day it no longer takes part
 */
public record AbolitionRequested(
    FacilityId facilityId, long version, LocalDate on, Personal<String> reason)
    implements FacilityEvent {}
