package jp.tsunagaru.form.query;

import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param validTo the last day of the order
 * @param prepared whether a draft of the next one is there
 */
public record EndingOrder(
    PatientId patientId,
    DocumentId documentId,
    String patientName,
    LocalDate validTo,
    boolean prepared) {}
