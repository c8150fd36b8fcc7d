package jp.tsunagaru.audit.event;

/** Table of contents of the events of the access history. */
public sealed interface AccessEvent
    permits RecordViewed,
        PastViewed,
        RecordPrinted,
        AccessDenied,
        ListSearched,
        PatientTakenOut,
        AuditReplayed,
        SignInSucceeded,
        SignInFailed,
        SessionClosed {}
