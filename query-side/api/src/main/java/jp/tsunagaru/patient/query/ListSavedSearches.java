package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/** The searches that the actor keeps; the answer is {@link SavedSearches}. */
@AllowedFor(Role.CARE_USER)
public record ListSavedSearches(AccountId accountId) implements OwnAccount {}
