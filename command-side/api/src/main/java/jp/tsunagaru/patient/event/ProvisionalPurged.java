package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.PatientId;

/** No consent came in time: key, names and documents of the 仮登録 are gone for good (PT-01). */
public record ProvisionalPurged(PatientId patientId, int days) implements PatientEvent {}
