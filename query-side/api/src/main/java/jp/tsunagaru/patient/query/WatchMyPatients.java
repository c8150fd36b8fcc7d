package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/**
 * Live hints for the actor's own list; updates are {@link PatientChange}, the initial answer is
 * {@link PatientChanges#NONE}.
 */
@AllowedFor(Role.CARE_USER)
public record WatchMyPatients(AccountId accountId) implements OwnAccount {}
