package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param patientName blank for approvers who are not in the team; so are title and note
 * @param purgeRequested whether the first of two persons asked for 完全削除
 */
public record DeletedDocument(
    DocumentId documentId,
    PatientId patientId,
    DocumentKind kind,
    String patientName,
    String title,
    LocalDate occurredOn,
    String author,
    Instant deletedAt,
    String deletedBy,
    DeletionReason reason,
    String note,
    boolean purgeRequested,
    String purgeRequestedBy,
    boolean mayRestore,
    boolean mayRequestPurge,
    boolean mayApprovePurge) {}
