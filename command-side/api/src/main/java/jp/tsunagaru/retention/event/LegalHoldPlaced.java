package jp.tsunagaru.retention.event;

import java.time.LocalDate;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.LegalHoldId;

/** 保全 (DL-10). */
public record LegalHoldPlaced(
    LegalHoldId holdId, PatientId patientId, Personal<String> reason, LocalDate until)
    implements RetentionEvent {}
