package jp.tsunagaru.support.query;

import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.SupportKind;
import org.jspecify.annotations.Nullable;

/**
 * @param toAnswer whether the actor is asked; otherwise his request was answered
 * @param facility of who asks, or of who was asked
 * @param dueOn null when it was left open
 */
public record SupportTask(
    PatientId patientId,
    DocumentId documentId,
    String patientName,
    SupportKind kind,
    boolean toAnswer,
    String facility,
    @Nullable LocalDate dueOn) {}
