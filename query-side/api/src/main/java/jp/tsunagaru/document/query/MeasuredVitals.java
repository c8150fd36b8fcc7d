package jp.tsunagaru.document.query;

import java.time.LocalDate;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;

/**
 * @param documentId the article that says it
 */
public record MeasuredVitals(
    PatientId patientId,
    DocumentId documentId,
    long version,
    LocalDate occurredOn,
    AuthorAsWritten author,
    Profession profession,
    VitalSigns vitals) {}
