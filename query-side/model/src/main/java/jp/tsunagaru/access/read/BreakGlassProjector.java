package jp.tsunagaru.access.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.event.BreakGlassClosed;
import jp.tsunagaru.access.event.BreakGlassDisabled;
import jp.tsunagaru.access.event.BreakGlassOpened;
import jp.tsunagaru.access.event.BreakGlassReviewed;
import jp.tsunagaru.access.query.WatchOpenings;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.TeamNews;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.PatientChange;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Openings in emergencies; the team and the city are told of each at once (TM-10). */
@Projection
@ProcessingGroup("break-glass")
class BreakGlassProjector {
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final TeamNews news;

  BreakGlassProjector(JdbcClient jdbc, Sealer sealer, TeamNews news) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.news = news;
  }

  @EventHandler
  void on(BreakGlassOpened event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.break_glass
          (break_glass_id, patient_id, account_id, facility_id, reason, sealed_explanation,
           opened_at, ends_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.breakGlassId(),
        event.patientId(),
        event.accountId(),
        event.facilityId(),
        event.reason(),
        sealed(event.explanation()),
        at,
        event.until());
    announce(writes, event.patientId(), event.breakGlassId());
  }

  @EventHandler
  void on(BreakGlassClosed event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.break_glass set ends_at = least(ends_at, ?) where break_glass_id = ?",
        at,
        event.breakGlassId());
    announce(writes, event.patientId(), event.breakGlassId());
  }

  @EventHandler
  void on(BreakGlassDisabled event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.break_glass set ends_at = ? where opened_at <= ? and ends_at > ?", at, at, at);
    inForce(at).forEach(open -> announce(writes, open.patientId(), open.breakGlassId()));
  }

  @EventHandler
  void on(BreakGlassReviewed event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        update view.break_glass
           set verdict = ?, sealed_findings = ?, reviewer_id = ?, reviewed_at = ?
         where break_glass_id = ?\
        """,
        event.verdict(),
        sealed(event.findings()),
        event.reviewerId(),
        at,
        event.breakGlassId());
    announce(writes, event.patientId(), event.breakGlassId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.break_glass");
  }

  private record Open(BreakGlassId breakGlassId, PatientId patientId) {}

  private List<Open> inForce(Instant at) {
    return jdbc.sql("select break_glass_id, patient_id from view.break_glass where ends_at > ?")
        .param(at.atOffset(ZoneOffset.UTC))
        .query((row, number) ->
            new Open(
                new BreakGlassId(row.getString("break_glass_id")),
                new PatientId(row.getString("patient_id"))))
        .list();
  }

  private byte[] sealed(Personal<String> text) {
    return text.read().isPresent() ? sealer.seal(text) : new byte[0];
  }

  private void announce(Writes writes, PatientId patientId, BreakGlassId breakGlassId) {
    PatientChange change =
        new PatientChange(patientId, PatientChange.Kind.TEAM, breakGlassId.value());
    news.announceToMembers(writes, change);
    writes.announce(WatchOpenings.class, desk -> true, change);
  }
}
