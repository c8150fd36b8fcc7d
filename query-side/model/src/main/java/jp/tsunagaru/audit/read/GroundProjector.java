package jp.tsunagaru.audit.read;

import java.time.Instant;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** Who gave which access when, and when the patient agreed: kept also when it has ended. */
@Projection
@ProcessingGroup("audit-grounds")
final class GroundProjector {
  @EventHandler
  void on(MemberAssigned event, Writes writes, @Timestamp Instant at, MetaData metadata) {
    grant(writes, event.grantId().value(), event.patientId().value(), "", at, metadata);
  }

  @EventHandler
  void on(GroupAssigned event, Writes writes, @Timestamp Instant at, MetaData metadata) {
    grant(
        writes,
        event.grantId().value(),
        event.patientId().value(),
        event.groupId().value(),
        at,
        metadata);
  }

  @EventHandler
  void on(ConsentGranted event, Writes writes) {
    writes.add(
        """
        insert into view.audit_consent (consent_id, patient_id, consented_on)
        values (?, ?, ?)
        on conflict do nothing
        """,
        event.consentId(),
        event.patientId(),
        event.consentedOn());
  }

  private static void grant(
      Writes writes, String grant, String patient, String group, Instant at, MetaData metadata) {
    writes.add(
        """
        insert into view.audit_grant (grant_id, patient_id, group_id, granted_by, granted_at)
        values (?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        grant,
        patient,
        group,
        Origin.from(metadata).map(Origin::accountId).orElse(""),
        at);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.audit_grant, view.audit_consent");
  }
}
