package jp.tsunagaru.access;

import jp.tsunagaru.account.AccountId;

/** A message about the account of the actor and of nobody else (第25条). */
public interface OwnAccount {
  AccountId accountId();
}
