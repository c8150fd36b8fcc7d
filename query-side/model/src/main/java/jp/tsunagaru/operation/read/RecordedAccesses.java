package jp.tsunagaru.operation.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accesses of a period as the event store has them: tables only say where to look. */
@Component
class RecordedAccesses {
  /** Looked into, the newest of a period. */
  static final int MOST = 500;

  private final JdbcClient jdbc;
  private final AccessHistory history;

  RecordedAccesses(JdbcClient jdbc, AccessHistory history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  /**
   * @param asked how many the tables name; those that the store does not have are missing in {@code
   *     found}
   * @param found newest first
   */
  record Sample(int asked, List<StoredAccess> found) {
    long missing() {
      return asked - found.size();
    }
  }

  Sample ofPatients(MeasuredPeriod period) {
    return newest(
        period,
        """
        select event_id from view.access_log
         where at >= :from and at < :to and patient_id <> '' and result = 'ALLOWED'
         order by at desc limit :most\
        """);
  }

  /** C-12: parts of the access history that left in files. */
  Sample ofLogsTakenOut(MeasuredPeriod period) {
    return newest(
        period,
        """
        select event_id from view.access_log
         where at >= :from and at < :to and action = 'ListAccessToTakeOut' and result = 'ALLOWED'
           and kind = 'AUDIT'
         order by at desc limit :most\
        """);
  }

  /** C-39: lists that left in files and on paper, one for each patient. */
  Sample ofListsTakenOut(MeasuredPeriod period) {
    return newest(
        period,
        """
        select event_id from view.access_log
         where at >= :from and at < :to and action = 'ListPatientsToTakeOut'
           and result = 'ALLOWED' and kind = 'TAKE_OUT'
         order by at desc limit :most\
        """);
  }

  private Sample newest(MeasuredPeriod period, String sql) {
    List<String> ids =
        jdbc.sql(sql).params(period.ends()).param("most", MOST).query(String.class).list();
    List<StoredAccess> found = new ArrayList<>(history.read(ids));
    found.sort(Comparator.comparing(StoredAccess::at).reversed());
    return new Sample(ids.size(), found);
  }

  static boolean byPasswordAlone(StoredAccess access) {
    String factors = access.origin().factors();
    return factors.isEmpty() || factors.equals("pwd");
  }

  static boolean withoutPurpose(StoredAccess access) {
    return purpose(access).isBlank();
  }

  /** Simple name of the message. */
  static String action(StoredAccess access) {
    return switch (access.event()) {
      case HandedOut handed -> handed.action();
      case AuditReplayed replayed -> replayed.action();
      default -> access.event().getClass().getSimpleName();
    };
  }

  /** A code; blank where none was recorded. */
  static String purpose(StoredAccess access) {
    return switch (access.event()) {
      case AuditReplayed replayed -> replayed.purpose();
      case PatientTakenOut taken -> taken.purpose();
      default -> "";
    };
  }
}
