package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.PatientId;

/** The key of the patient was destroyed: nothing that was ever sealed under it can be read. */
public record PatientErased(PatientId patientId) implements PatientEvent {}
