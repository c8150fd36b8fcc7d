package jp.tsunagaru.careteam.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.patient.PatientId;

/** For tests in which no team decision may need to look anything up. */
public final class NoLookup implements TeamLookup {
  private NoLookup() {}

  public static Object lookup() {
    return new NoLookup();
  }

  @Override
  public boolean shared(PatientId patientId) {
    throw new AssertionError("not needed here");
  }

  @Override
  public boolean careUsers(Set<AccountId> accounts) {
    throw new AssertionError("not needed here");
  }

  @Override
  public boolean groupInUse(GroupId groupId) {
    throw new AssertionError("not needed here");
  }
}
