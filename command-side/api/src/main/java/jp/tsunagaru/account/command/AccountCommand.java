package jp.tsunagaru.account.command;

/** Table of contents of the commands of this feature. */
public sealed interface AccountCommand
    permits IssueAccount,
        ReissueCredential,
        ChangePassword,
        PledgeTerms,
        DeactivateAccount,
        SignIn,
        SignOut,
        BootstrapCity {}
