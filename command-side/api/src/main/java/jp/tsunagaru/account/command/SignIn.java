package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.Secret;

/**
 * Sign-in by id and password (別紙1①). Answers {@link SignedIn}; refuses {@code SIGN_IN_FAILED} alike
 * for an unknown id and a wrong password, {@code SIGN_IN_THROTTLED} with {@code seconds} after 5
 * failures in 15 minutes (AC-10), {@code ONE_TIME_PASSWORD_EXPIRED}.
 */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record SignIn(String loginId, Secret password, String session) implements AccountCommand {}
