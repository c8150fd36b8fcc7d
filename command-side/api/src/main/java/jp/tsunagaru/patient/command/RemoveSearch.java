package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.SavedSearchId;

/** Keeps a search no longer; one that is not there is as good. */
@AllowedFor(Role.CARE_USER)
public record RemoveSearch(AccountId accountId, SavedSearchId searchId)
    implements PatientCommand, OwnAccount {}
