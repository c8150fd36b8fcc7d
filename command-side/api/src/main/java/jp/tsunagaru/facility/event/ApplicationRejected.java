package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.kernel.Personal;

/** Declined for good. */
public record ApplicationRejected(ApplicationId applicationId, Personal<String> reason)
    implements FacilityEvent {}
