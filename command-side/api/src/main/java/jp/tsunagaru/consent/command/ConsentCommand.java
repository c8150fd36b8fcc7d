package jp.tsunagaru.consent.command;

/** Table of contents of the commands of this feature. */
public sealed interface ConsentCommand
    permits RecordConsent,
        ConfirmConsent,
        StopSharing,
        StopSharingAtDesk,
        ResumeSharing,
        EndUse,
        ResumeUse,
        WithdrawConsent,
        KeepConsentPaper,
        RemoveConsentPaper {}
