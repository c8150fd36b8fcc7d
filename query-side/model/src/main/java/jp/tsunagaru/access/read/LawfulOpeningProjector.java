package jp.tsunagaru.access.read;

import java.time.Instant;
import jp.tsunagaru.access.event.LawfulOpeningApproved;
import jp.tsunagaru.access.event.LawfulOpeningClosed;
import jp.tsunagaru.access.event.LawfulOpeningRequested;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** What was asked for and opened on a lawful ground; the words about it stay sealed. */
@Projection
@ProcessingGroup("lawful-openings")
class LawfulOpeningProjector {
  private final Sealer sealer;
  private final TeamNews news;

  LawfulOpeningProjector(Sealer sealer, TeamNews news) {
    this.sealer = sealer;
    this.news = news;
  }

  @EventHandler
  void on(LawfulOpeningRequested event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.lawful_opening
          (opening_id, patient_id, account_id, ground, sealed_explanation, days, requested_by,
           requested_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.openingId(),
        event.patientId(),
        event.accountId(),
        event.ground(),
        sealed(event.explanation()),
        event.days(),
        event.requestedBy(),
        at);
  }

  @EventHandler
  void on(LawfulOpeningApproved event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        update view.lawful_opening set approved_by = ?, opened_at = ?, ends_at = ?
         where opening_id = ?\
        """,
        event.approvedBy(),
        at,
        event.until(),
        event.openingId());
    tell(writes, event.patientId(), event.accountId().value(), event.openingId().value());
  }

  @EventHandler
  void on(LawfulOpeningClosed event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        update view.lawful_opening
           set closed_at = coalesce(closed_at, ?), ends_at = least(ends_at, ?)
         where opening_id = ?\
        """,
        at,
        at,
        event.openingId());
    news.toPage(writes, change(event.patientId(), event.openingId().value()));
  }

  @EventHandler
  void on(PatientErased event, Writes writes) {
    writes.add(
        "update view.lawful_opening set sealed_explanation = '' where patient_id = ?",
        event.patientId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.lawful_opening");
  }

  private byte[] sealed(Personal<String> text) {
    return text.read().isPresent() ? sealer.seal(text) : new byte[0];
  }

  private void tell(Writes writes, PatientId patientId, String account, String opening) {
    news.toPage(writes, change(patientId, opening));
    news.toListOf(writes, account, change(patientId, opening));
  }

  private static PatientChange change(PatientId patientId, String opening) {
    return new PatientChange(patientId, PatientChange.Kind.TEAM, opening);
  }
}
