package jp.tsunagaru.consent.event;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;

/** 共有再開. */
public record SharingResumed(ConsentId consentId, PatientId patientId) implements ConsentEvent {}
