package jp.tsunagaru.consent.event;

import java.time.LocalDate;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;

/** The patient agreed in person to what a proxy had signed (PT-03). */
public record ConsentConfirmed(
    ConsentId consentId, PatientId patientId, LocalDate confirmedOn, String textVersion)
    implements ConsentEvent {}
