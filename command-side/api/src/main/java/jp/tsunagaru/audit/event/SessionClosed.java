package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;

/** The end of a session and how long it was (C-08). */
public record SessionClosed(AccountId accountId, String reason, long seconds)
    implements AccessEvent {}
