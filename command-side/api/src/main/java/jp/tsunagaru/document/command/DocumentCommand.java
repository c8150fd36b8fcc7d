package jp.tsunagaru.document.command;

/** Table of contents of the commands of this feature. */
public sealed interface DocumentCommand
    permits PostArticle,
        ReviseArticle,
        DeleteDocument,
        RestoreDocument,
        RequestPurge,
        ApprovePurge,
        SaveDraft,
        DiscardDraft {}
