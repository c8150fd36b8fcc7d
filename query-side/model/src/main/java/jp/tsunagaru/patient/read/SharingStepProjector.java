package jp.tsunagaru.patient.read;

import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.query.SharingSteps;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;

/** What became of the sharing of a patient's record, step by step (PT-10). */
@Projection
@ProcessingGroup("sharing-steps")
class SharingStepProjector {
  private static final String STEP =
      """
      insert into view.sharing_step
        (event_id, patient_id, at, kind, account_id, channel, end_reason, sealed_requester)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final Sealer sealer;

  SharingStepProjector(Sealer sealer) {
    this.sealer = sealer;
  }

  @EventHandler
  void on(SharingStopped event, Writes writes, EventMessage<?> message) {
    step(
        writes,
        event.patientId(),
        SharingSteps.Kind.STOPPED,
        event.channelCode(),
        "",
        event.requester(),
        message);
  }

  @EventHandler
  void on(SharingResumed event, Writes writes, EventMessage<?> message) {
    RequestChannel channel = event.channel();
    step(
        writes,
        event.patientId(),
        SharingSteps.Kind.RESUMED,
        channel == null ? "" : channel.name(),
        "",
        event.requester(),
        message);
  }

  @EventHandler
  void on(UseEnded event, Writes writes, EventMessage<?> message) {
    step(
        writes,
        event.patientId(),
        SharingSteps.Kind.ENDED,
        "",
        event.reason().name(),
        null,
        message);
  }

  @EventHandler
  void on(UseResumed event, Writes writes, EventMessage<?> message) {
    step(writes, event.patientId(), SharingSteps.Kind.END_TAKEN_BACK, "", "", null, message);
  }

  @EventHandler
  void on(ConsentWithdrawn event, Writes writes, EventMessage<?> message) {
    step(
        writes,
        event.patientId(),
        SharingSteps.Kind.WITHDRAWN,
        event.channel().name(),
        "",
        event.requester(),
        message);
  }

  @EventHandler
  void on(PatientErased event, Writes writes) {
    writes.add("delete from view.sharing_step where patient_id = ?", event.patientId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.sharing_step");
  }

  private void step(
      Writes writes,
      PatientId patientId,
      SharingSteps.Kind kind,
      String channel,
      String endReason,
      @Nullable Personal<Requester> requester,
      EventMessage<?> message) {
    writes.add(
        STEP,
        message.getIdentifier(),
        patientId,
        message.getTimestamp(),
        kind,
        Origin.from(message.getMetaData()).map(Origin::accountId).orElse(""),
        channel,
        endReason,
        requester == null ? null : sealer.seal(requester));
  }
}
