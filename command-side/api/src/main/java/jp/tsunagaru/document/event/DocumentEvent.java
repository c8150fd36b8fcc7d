package jp.tsunagaru.document.event;

/** Table of contents of the events of this feature. */
public sealed interface DocumentEvent
    permits DocumentConfirmed,
        DocumentRevised,
        DocumentDeleted,
        DocumentRestored,
        PurgeRequested,
        DocumentPurged {}
