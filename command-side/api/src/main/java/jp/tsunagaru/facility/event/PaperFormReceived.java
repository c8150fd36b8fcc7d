package jp.tsunagaru.facility.event;

import java.time.LocalDate;
import jp.tsunagaru.facility.ApplicationId;

/** 様式第1 with seal or signature is in the city's hands. */
public record PaperFormReceived(ApplicationId applicationId, LocalDate receivedOn)
    implements FacilityEvent {}
