package jp.tsunagaru.retention.event;

import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;

/** 申し出の取下げ. */
public record DeletionRequestTakenBack(DeletionRequestId requestId, PatientId patientId)
    implements RetentionEvent {}
