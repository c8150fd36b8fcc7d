package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.PatientId;

/**
 * One person registered twice: this record stands under the main one and keeps all that is its own.
 */
public record PatientsMerged(PatientId patientId, PatientId mainId, String reasonCode)
    implements PatientEvent {}
