package jp.tsunagaru.document.command;

/** Table of contents of the commands of this feature. */
public sealed interface DocumentCommand
    permits PostArticle,
        PurgeUnsentFiles,
        ReviseArticle,
        DeleteDocument,
        RestoreDocument,
        RequestPurge,
        ApprovePurge,
        SaveDraft,
        DiscardDraft,
        DefineTag,
        RenameTag,
        RetireTag {}
