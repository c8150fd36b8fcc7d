package jp.tsunagaru.document.event;

/** Table of contents of the events of this feature. */
public sealed interface DocumentEvent
    permits DocumentConfirmed,
        UnsentFilesPurged,
        DocumentRevised,
        DocumentDeleted,
        DocumentRestored,
        PurgeRequested,
        DocumentPurged,
        TagDefined,
        TagRenamed,
        TagRetired {}
