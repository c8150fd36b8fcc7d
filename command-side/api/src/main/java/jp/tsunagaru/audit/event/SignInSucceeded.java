package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;

/** 別紙1①. */
public record SignInSucceeded(AccountId accountId) implements AccessEvent {}
