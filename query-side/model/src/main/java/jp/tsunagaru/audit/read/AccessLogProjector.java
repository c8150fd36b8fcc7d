package jp.tsunagaru.audit.read;

import java.util.List;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * The access history as rows. The position is the one in the stream of the store, so a rebuild
 * gives every step the number it had.
 */
@Projection(Projection.Stream.ACCESS)
@ProcessingGroup("access-log")
final class AccessLogProjector {
  static final AccessGround NONE = new AccessGround("", "", "", "");

  @EventHandler
  void on(AccessEvent event, EventMessage<?> message, TrackingToken token, Writes writes) {
    Access access =
        Access.of(
            message.getIdentifier(),
            message.getTimestamp(),
            Origin.from(message.getMetaData()).orElse(null),
            event);
    long position =
        token
            .position()
            .orElseThrow(() -> new IllegalStateException("the access stream has no positions"));
    Origin origin = access.origin();
    AccessGround ground = access.ground() == null ? NONE : access.ground();
    Moment moment = access.lookedAt();
    List<String> documents = documents(access);
    writes.add(
        """
        insert into view.access_log
          (position, event_id, at, account_id, facility_id, patient_id, action, result, kind,
           profession, roles, session, address, factors, documents, attachment_id, results,
           consent_id, grant_id, group_id, right_used, break_glass_id, purpose, term_hash, grounded,
           looked_at, basis)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        position,
        access.eventId(),
        access.at(),
        access.accountId(),
        origin.facilityId(),
        access.patientId(),
        access.action(),
        access.result(),
        access.kind(),
        origin.profession(),
        origin.roles(),
        origin.session(),
        origin.address(),
        origin.factors(),
        documents,
        access.attachmentId(),
        access.results(),
        ground.consentId(),
        ground.grantId(),
        ground.groupId(),
        ground.right(),
        ground.breakGlassId(),
        access.purpose(),
        access.termHash(),
        access.ground() != null,
        moment == null ? null : moment.at(),
        moment == null ? "" : moment.basis());
    access
        .documents()
        .keySet()
        .forEach(document ->
            writes.add(
                """
                insert into view.access_log_document (document_id, at, position)
                values (?, ?, ?)
                on conflict do nothing
                """,
                document,
                access.at(),
                position));
  }

  /** Each with its version. */
  static List<String> documents(Access access) {
    return access.documents().entrySet().stream()
        .map(shown -> shown.getKey().value() + ":" + shown.getValue())
        .sorted()
        .toList();
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.access_log, view.access_log_document");
  }
}
