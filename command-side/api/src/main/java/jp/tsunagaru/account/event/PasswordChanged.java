package jp.tsunagaru.account.event;

import jp.tsunagaru.account.AccountId;

/** 第8条4. */
public record PasswordChanged(AccountId accountId) implements AccountEvent {}
