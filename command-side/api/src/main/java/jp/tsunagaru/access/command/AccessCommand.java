package jp.tsunagaru.access.command;

/** Table of contents. */
public sealed interface AccessCommand
    permits EnableBreakGlass,
        DisableBreakGlass,
        OpenBreakGlass,
        CloseBreakGlass,
        ReviewBreakGlass,
        RequestLawfulOpening,
        ApproveLawfulOpening,
        CloseLawfulOpening {}
