package jp.tsunagaru.audit.read;

import java.util.List;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Who changed what, of every event that is no access: ids, codes and the name of the event only.
 * The position is the one in the stream of the store.
 */
@Projection
@ProcessingGroup("deeds")
class DeedProjector {
  @EventHandler
  void on(Object event, EventMessage<?> message, TrackingToken token, Writes writes) {
    if (event instanceof AccessEvent) {
      return;
    }
    Access deed = Access.ofChange(message);
    long position =
        token
            .position()
            .orElseThrow(() -> new IllegalStateException("the domain stream has no positions"));
    DomainEventMessage<?> stored =
        message instanceof DomainEventMessage<?> ofAggregate ? ofAggregate : null;
    Origin origin = deed.origin();
    AccessGround ground = deed.ground() == null ? AccessLogProjector.NONE : deed.ground();
    List<String> documents = AccessLogProjector.documents(deed);
    writes.add(
        """
        insert into view.deed
          (position, event_id, at, account_id, facility_id, patient_id, aggregate_id, sequence,
           action, kind, profession, roles, session, address, factors, documents, attachment_id,
           object_id, consent_id, grant_id, group_id, right_used, break_glass_id, grounded)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        position,
        deed.eventId(),
        deed.at(),
        deed.accountId(),
        origin.facilityId(),
        deed.patientId(),
        stored == null ? "" : stored.getAggregateIdentifier(),
        stored == null ? 0L : stored.getSequenceNumber(),
        deed.action(),
        deed.kind(),
        origin.profession(),
        origin.roles(),
        origin.session(),
        origin.address(),
        origin.factors(),
        documents,
        deed.attachmentId(),
        deed.object(),
        ground.consentId(),
        ground.grantId(),
        ground.groupId(),
        ground.right(),
        ground.breakGlassId(),
        deed.ground() != null);
    deed.documents()
        .keySet()
        .forEach(document ->
            writes.add(
                """
                insert into view.deed_document (document_id, at, position)
                values (?, ?, ?)
                on conflict do nothing
                """,
                document,
                deed.at(),
                position));
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.deed, view.deed_document");
  }
}
