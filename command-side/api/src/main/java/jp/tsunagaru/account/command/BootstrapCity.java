package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;

/**
 * Issues the first city administrator on an empty system; answers false when any account exists.
 */
@AllowedFor(Role.SYSTEM)
public record BootstrapCity(AccountId accountId, LoginId loginId, Secret oneTimePassword)
    implements AccountCommand {}
