package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.PatientId;

/** The two records stand by themselves again. */
public record PatientsUnmerged(PatientId patientId, PatientId mainId, String reasonCode)
    implements PatientEvent {}
