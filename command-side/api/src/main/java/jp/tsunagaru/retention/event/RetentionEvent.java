package jp.tsunagaru.retention.event;

/** Table of contents of the events of this feature. */
public sealed interface RetentionEvent
    permits DeletionRequested,
        DeletionRequestTakenBack,
        DeletionExecuted,
        LegalHoldPlaced,
        LegalHoldLifted,
        DisposalApproved,
        ErasuresRepeated {}
