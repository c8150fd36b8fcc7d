package jp.tsunagaru.careteam.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.patient.PatientId;

/** What decisions about teams and groups need to know of patients, accounts and groups. */
interface TeamLookup {
  boolean shared(PatientId patientId);

  /** Whether all of these are care users in use. */
  boolean careUsers(Set<AccountId> accounts);

  boolean groupInUse(GroupId groupId);
}
