package jp.tsunagaru.document.query;

import java.time.LocalDate;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;

/**
 * @param documentId the article that says it
 * @param author who wrote it there
 */
public record MedicineRow(
    PatientId patientId,
    DocumentId documentId,
    long version,
    LocalDate occurredOn,
    AuthorAsWritten author,
    Profession profession,
    Medicine medicine) {}
