package jp.tsunagaru.retention.event;

import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.LegalHoldId;

/** 保全の解除. */
public record LegalHoldLifted(LegalHoldId holdId, PatientId patientId) implements RetentionEvent {}
