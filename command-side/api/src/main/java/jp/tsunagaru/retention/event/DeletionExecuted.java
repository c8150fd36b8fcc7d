package jp.tsunagaru.retention.event;

import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.Erased;

/**
 * 第16条3: the events of the documents, and of the patient, that were erased stand before this one.
 *
 * @param complete whether the patient was erased altogether
 */
public record DeletionExecuted(
    DeletionRequestId requestId, PatientId patientId, boolean complete, Erased erased)
    implements RetentionEvent {}
