package jp.tsunagaru.account.event;

import jp.tsunagaru.account.AccountId;

/** 第11条1. */
public record CredentialReissued(AccountId accountId) implements AccountEvent {}
