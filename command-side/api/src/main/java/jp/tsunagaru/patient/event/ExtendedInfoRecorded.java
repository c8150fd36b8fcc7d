package jp.tsunagaru.patient.event;

import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;

/**
 * Some fields of 拡張情報 have new values; even which ones is personal.
 *
 * @param version counts from 1 for each patient
 * @param schemaVersion that the values follow
 */
public record ExtendedInfoRecorded(
    PatientId patientId, long version, String schemaVersion, Personal<ExtendedValues> changes)
    implements PatientEvent {}
