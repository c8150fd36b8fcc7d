package jp.tsunagaru.audit.event;

import jp.tsunagaru.patient.PatientId;

/**
 * A row about a patient left in a file or on paper (LS-07). Durable before it is handed out.
 *
 * @param action the simple name of the query
 * @param purpose why, as a code
 * @param format as what, as a code
 * @param rows how many rows left together
 */
public record PatientTakenOut(
    PatientId patientId, String action, String purpose, String format, int rows)
    implements AccessEvent {}
