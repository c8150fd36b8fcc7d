package jp.tsunagaru.retention.read;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.event.DeletionExecuted;
import jp.tsunagaru.retention.event.DeletionRequestTakenBack;
import jp.tsunagaru.retention.event.DeletionRequested;
import jp.tsunagaru.retention.event.DisposalApproved;
import jp.tsunagaru.retention.event.ErasuresRepeated;
import jp.tsunagaru.retention.event.LegalHoldLifted;
import jp.tsunagaru.retention.event.LegalHoldPlaced;
import jp.tsunagaru.retention.query.Disposables.Ground;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** Requests, holds and what was destroyed. */
@Projection
@ProcessingGroup("retention")
class RetentionProjector {
  private static final byte[] NOTHING = {};

  private static final String ERASED =
      """
      insert into view.erasure
        (record_id, ground, facility_id, patients, complete, erased_patients, articles, forms,
         files, drafts, keys, requested_by, executed_by, executed_at, event_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final Sealer sealer;

  RetentionProjector(Sealer sealer) {
    this.sealer = sealer;
  }

  @EventHandler
  void on(DeletionRequested event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    writes.add(
        """
        insert into view.deletion_request
          (request_id, patient_id, facility_id, state, scope, documents, from_day, to_day, channel,
           identity_check, sealed_requester, requested_on, due_on, received_by, received_at)
        values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.requestId(),
        event.patientId(),
        event.facilityId(),
        event.scope(),
        event.documents().size(),
        event.from(),
        event.to(),
        event.channel(),
        event.identityCheck(),
        sealed(event.requester()),
        event.requestedOn(),
        event.dueOn(),
        account(metaData),
        at);
  }

  @EventHandler
  void on(DeletionRequestTakenBack event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    done(writes, event.requestId(), "TAKEN_BACK", metaData, at);
  }

  @EventHandler
  void on(
      DeletionExecuted event,
      Writes writes,
      @Timestamp Instant at,
      MetaData metaData,
      @MessageIdentifier String eventId) {
    done(writes, event.requestId(), "EXECUTED", metaData, at);
    if (event.complete()) {
      // Every request of this patient: whom it was made by is unreadable now.
      writes.add(
          "update view.deletion_request set sealed_requester = '' where patient_id = ?",
          event.patientId());
    }
    erased(
        writes,
        event.requestId(),
        Ground.REQUEST,
        List.of(event.patientId()),
        event.complete(),
        event.erased(),
        "",
        metaData,
        at,
        eventId);
  }

  @EventHandler
  void on(
      DisposalApproved event,
      Writes writes,
      @Timestamp Instant at,
      MetaData metaData,
      @MessageIdentifier String eventId) {
    erased(
        writes,
        event.disposalId(),
        Ground.DISPOSAL,
        event.patients(),
        true,
        event.erased(),
        "",
        metaData,
        at,
        eventId);
  }

  @EventHandler
  void on(
      ErasuresRepeated event,
      Writes writes,
      @Timestamp Instant at,
      MetaData metaData,
      @MessageIdentifier String eventId) {
    erased(
        writes,
        event.disposalId(),
        Ground.REPEATED,
        event.patients(),
        event.erased().patients() == event.patients().size(),
        event.erased(),
        "",
        metaData,
        at,
        eventId);
  }

  /** By two persons; what one person erased stands in a request or in a disposal. */
  @EventHandler
  void on(
      DocumentPurged event,
      Writes writes,
      @Timestamp Instant at,
      MetaData metaData,
      @MessageIdentifier String eventId) {
    if (event.requestedBy().equals(event.approvedBy())) {
      return;
    }
    erased(
        writes,
        event.documentId(),
        Ground.PURGE,
        List.of(event.patientId()),
        false,
        new Erased(0, 1, 0, event.attachments().size(), 0, 1),
        event.requestedBy().value(),
        metaData,
        at,
        eventId);
  }

  @EventHandler
  void on(LegalHoldPlaced event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    writes.add(
        """
        insert into view.legal_hold
          (hold_id, patient_id, until, sealed_reason, placed_by, placed_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.holdId(),
        event.patientId(),
        event.until(),
        sealed(event.reason()),
        account(metaData),
        at);
  }

  @EventHandler
  void on(LegalHoldLifted event, Writes writes, @Timestamp Instant at) {
    writes.add("update view.legal_hold set lifted_at = ? where hold_id = ?", at, event.holdId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.deletion_request, view.legal_hold, view.erasure");
  }

  private static void done(
      Writes writes, Id requestId, String state, MetaData metaData, Instant at) {
    writes.add(
        "update view.deletion_request set state = ?, done_by = ?, done_at = ? where request_id = ?",
        state,
        account(metaData),
        at,
        requestId);
  }

  private static void erased(
      Writes writes,
      Id recordId,
      Ground ground,
      Collection<PatientId> patients,
      boolean complete,
      Erased erased,
      String requestedBy,
      MetaData metaData,
      Instant at,
      String eventId) {
    writes.add(
        ERASED,
        recordId,
        ground,
        Origin.from(metaData).map(Origin::facilityId).orElse(""),
        patients,
        complete,
        erased.patients(),
        erased.articles(),
        erased.forms(),
        erased.files(),
        erased.drafts(),
        erased.keys(),
        requestedBy,
        account(metaData),
        at,
        eventId);
  }

  private static String account(MetaData metaData) {
    return Origin.from(metaData).map(Origin::accountId).orElse("");
  }

  /** The bytes of the store as they are; none when a rebuild meets a key that is destroyed. */
  private byte[] sealed(Personal<?> personal) {
    return sealer.isReadable(personal) ? sealer.seal(personal) : NOTHING;
  }
}
