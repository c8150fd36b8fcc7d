package jp.tsunagaru.retention.event;

import java.util.Set;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DisposalId;
import jp.tsunagaru.retention.Erased;

/** 廃棄 (DL-06): the erasures themselves stand before this event. */
public record DisposalApproved(DisposalId disposalId, Set<PatientId> patients, Erased erased)
    implements RetentionEvent {}
