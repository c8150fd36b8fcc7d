package jp.tsunagaru.account.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.TermsAgreement;

/** 第8条3. */
public record TermsPledged(AccountId accountId, TermsAgreement agreement) implements AccountEvent {}
