package jp.tsunagaru.audit.read;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.access.SearchHashes;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Which surnames are equal and which searches named a patient, told by keyed hashes alone (LS-06,
 * M5).
 */
@Projection
@ProcessingGroup("audit-names")
final class NameProjector {
  private final SearchHashes hashes;

  NameProjector(SearchHashes hashes) {
    this.hashes = hashes;
  }

  @EventHandler
  void on(AccountIssued event, Writes writes, @Timestamp Instant at) {
    event
        .name()
        .read()
        .map(PersonName::family)
        .ifPresent(family -> add(writes, event.accountId().value(), at, family, List.of()));
  }

  @EventHandler
  void on(PatientRegistered event, Writes writes, @Timestamp Instant at) {
    event
        .basicInfo()
        .read()
        .ifPresent(info ->
            add(writes, event.patientId().value(), at, info.familyName(), searchedAs(info)));
  }

  @EventHandler
  void on(BasicInfoChanged event, Writes writes, @Timestamp Instant at) {
    event
        .basicInfo()
        .read()
        .ifPresent(info ->
            add(writes, event.patientId().value(), at, info.familyName(), searchedAs(info)));
  }

  /** 第16条2, 第19条: not even a hash of the name stays. */
  @EventHandler
  void on(PatientErased event, Writes writes) {
    forget(writes, event.patientId());
  }

  @EventHandler
  void on(ProvisionalPurged event, Writes writes) {
    forget(writes, event.patientId());
  }

  private static void forget(Writes writes, PatientId patientId) {
    writes.add("delete from view.audit_name where subject_id = ?", patientId);
  }

  private void add(
      Writes writes, String subject, Instant since, String surname, List<String> terms) {
    writes.add(
        """
        insert into view.audit_name (subject_id, since, surname, terms)
        values (?, ?, ?, ?)
        on conflict do nothing
        """,
        subject,
        since,
        hashes.of(surname),
        terms);
  }

  private List<String> searchedAs(BasicInfo info) {
    return Stream.of(
            info.familyName(),
            info.familyName() + info.givenName(),
            info.familyKana(),
            info.familyKana() + info.givenKana())
        .map(hashes::of)
        .filter(hash -> !hash.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.audit_name");
  }
}
