package jp.tsunagaru.careteam.read;

import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import jp.tsunagaru.patient.query.WatchMyPatients;
import jp.tsunagaru.patient.query.WatchPatient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something changed, and only those people who may know: one indexed look-up
 * for each open list, after the commit.
 */
@Component
public class TeamNews {
  private final TeamAccess access;

  TeamNews(TeamAccess access) {
    this.access = access;
  }

  /** To the page of the patient and to the lists of all who see the patient. */
  public void announce(Writes writes, PatientChange change) {
    toPage(writes, change);
    toLists(writes, new Sees(access, change.patientId()), change);
  }

  /** The same for what takes sight away or gives it back: the members learn that, too. */
  public void announceToMembers(Writes writes, PatientChange change) {
    toPage(writes, change);
    toLists(writes, new IsMember(access, change.patientId()), change);
  }

  public void toPage(Writes writes, PatientChange change) {
    writes.announce(WatchPatient.class, new PageOf(change.patientId()), change);
  }

  public void toListOf(Writes writes, String accountId, PatientChange change) {
    toLists(writes, new Is(Set.of(accountId)), change);
  }

  /** To all who see the patient and to those whom the grant reaches, also when it just ended. */
  void announce(Writes writes, GrantId grantId, PatientChange change) {
    announceToMembers(writes, change);
    toLists(writes, new Holds(access, grantId), change);
  }

  /** To lists of people who may have lost sight of the patient by now. */
  public void toListsOf(Writes writes, Set<String> accounts, PatientChange change) {
    toLists(writes, new Is(accounts), change);
  }

  private static void toLists(
      Writes writes, Predicate<WatchMyPatients> concerned, PatientChange change) {
    writes.announce(WatchMyPatients.class, concerned, change);
  }

  // Records, so that what a batch says twice about one patient is told once.

  private record PageOf(PatientId patientId) implements Predicate<WatchPatient> {
    @Override
    public boolean test(WatchPatient page) {
      return page.patientId().equals(patientId);
    }
  }

  private record Sees(TeamAccess access, PatientId patientId)
      implements Predicate<WatchMyPatients> {
    @Override
    public boolean test(WatchMyPatients list) {
      return access.sees(patientId, list.accountId().value());
    }
  }

  private record IsMember(TeamAccess access, PatientId patientId)
      implements Predicate<WatchMyPatients> {
    @Override
    public boolean test(WatchMyPatients list) {
      return access.isMember(patientId, list.accountId().value());
    }
  }

  private record Holds(TeamAccess access, GrantId grantId) implements Predicate<WatchMyPatients> {
    @Override
    public boolean test(WatchMyPatients list) {
      return access.holds(grantId, list.accountId().value());
    }
  }

  private record Is(Set<String> accounts) implements Predicate<WatchMyPatients> {
    @Override
    public boolean test(WatchMyPatients list) {
      return accounts.contains(list.accountId().value());
    }
  }
}
