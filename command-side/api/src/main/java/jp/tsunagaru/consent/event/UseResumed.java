package jp.tsunagaru.consent.event;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;

/** 終結の取消. */
public record UseResumed(ConsentId consentId, PatientId patientId) implements ConsentEvent {}
