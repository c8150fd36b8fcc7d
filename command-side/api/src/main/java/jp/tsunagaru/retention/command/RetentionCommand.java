package jp.tsunagaru.retention.command;

/** Table of contents of the commands of this feature. */
public sealed interface RetentionCommand
    permits RequestDeletion,
        TakeBackDeletionRequest,
        ExecuteDeletion,
        PlaceLegalHold,
        LiftLegalHold,
        ApproveDisposal,
        RepeatErasures {}
