package jp.tsunagaru.facility.event;

import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.kernel.Personal;

/** Sent back to the applicant. */
public record ApplicationReturned(ApplicationId applicationId, Personal<String> reason)
    implements FacilityEvent {}
