package jp.tsunagaru.facility.read;

import java.time.Instant;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.event.ApplicationApproved;
import jp.tsunagaru.facility.event.ApplicationRejected;
import jp.tsunagaru.facility.event.ApplicationReturned;
import jp.tsunagaru.facility.event.ApplicationRevised;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.PaperFormReceived;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import tools.jackson.databind.json.JsonMapper;

@Projection
@ProcessingGroup("applications")
final class ApplicationProjector {
  private final JsonMapper json;
  private final Sealer sealer;

  ApplicationProjector(JsonMapper json, Sealer sealer) {
    this.json = json;
    this.sealer = sealer;
  }

  @EventHandler
  void on(FacilityApplied event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.application
          (application_id, state, applied_on, received_at, profile, agreement, sealed_people)
        values (?, 'WAITING_FOR_PAPER', ?, ?, ?::jsonb, ?::jsonb, ?)
        on conflict do nothing
        """,
        event.applicationId(),
        event.appliedOn(),
        at,
        json.writeValueAsString(event.profile()),
        json.writeValueAsString(event.agreement()),
        sealer.seal(event.people()));
  }

  /** The sheet that came stays valid: the city looks at the mended application at once. */
  @EventHandler
  void on(ApplicationRevised event, Writes writes) {
    writes.add(
        """
        update view.application
           set state = case when paper_received_on is null then 'WAITING_FOR_PAPER' else 'UNDER_REVIEW' end,
               applied_on = ?, profile = ?::jsonb, agreement = ?::jsonb, sealed_people = ?,
               sealed_reason = null
         where application_id = ?
        """,
        event.appliedOn(),
        json.writeValueAsString(event.profile()),
        json.writeValueAsString(event.agreement()),
        sealer.seal(event.people()),
        event.applicationId());
  }

  @EventHandler
  void on(PaperFormReceived event, Writes writes) {
    writes.add(
        """
        update view.application a
           set paper_received_on = v.received_on,
               state = case when a.state = 'WAITING_FOR_PAPER' then 'UNDER_REVIEW' else a.state end
          from (select ?::date received_on, ?::text application_id) v
         where a.application_id = v.application_id
        """,
        event.receivedOn(),
        event.applicationId());
  }

  @EventHandler
  void on(ApplicationReturned event, Writes writes) {
    writes.add(
        "update view.application set state = 'RETURNED', sealed_reason = ? where application_id = ?",
        sealer.seal(event.reason()),
        event.applicationId());
  }

  @EventHandler
  void on(ApplicationRejected event, Writes writes) {
    writes.add(
        "update view.application set state = 'REJECTED', sealed_reason = ? where application_id = ?",
        sealer.seal(event.reason()),
        event.applicationId());
  }

  @EventHandler
  void on(ApplicationApproved event, Writes writes) {
    writes.add(
        "update view.application set state = 'APPROVED', sealed_reason = null where application_id = ?",
        event.applicationId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.application");
  }
}
