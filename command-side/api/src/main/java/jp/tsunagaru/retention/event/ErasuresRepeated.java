package jp.tsunagaru.retention.event;

import java.util.Set;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DisposalId;
import jp.tsunagaru.retention.Erased;

/**
 * What was erased after a backup that was restored is erased again; the erasures stand before this
 * event.
 */
public record ErasuresRepeated(DisposalId disposalId, Set<PatientId> patients, Erased erased)
    implements RetentionEvent {}
