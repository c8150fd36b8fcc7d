package jp.tsunagaru.consent.event;

/** Table of contents of the events of this feature. */
public sealed interface ConsentEvent
    permits ConsentGranted,
        ConsentConfirmed,
        SharingStopped,
        SharingResumed,
        UseEnded,
        UseResumed,
        ConsentWithdrawn,
        ConsentPaperKept,
        ConsentPaperRemoved {}
