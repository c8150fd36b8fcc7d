package jp.tsunagaru.account.event;

/** Table of contents of the events of this feature. */
public sealed interface AccountEvent
    permits AccountIssued, CredentialReissued, PasswordChanged, TermsPledged, AccountDeactivated {}
