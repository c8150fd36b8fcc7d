package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.SavedSearch;
import jp.tsunagaru.patient.SavedSearchId;

/** Keeps a search of one's own. Refuses {@code TOO_MANY_SEARCHES} beyond 30. */
@AllowedFor(Role.CARE_USER)
public record SaveSearch(AccountId accountId, SavedSearchId searchId, SavedSearch search)
    implements PatientCommand, OwnAccount {
  public SaveSearch {
    search = search.checked();
  }
}
