package jp.tsunagaru.consent.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The consent of one patient and whether sharing goes on. */
@Aggregate
class SharingConsent {
  private enum Sharing {
    NOT_YET,
    SHARED,
    STOPPED
  }

  @AggregateIdentifier private ConsentId consentId;
  private @Nullable LocalDate consentedOn;
  private Sharing sharing = Sharing.NOT_YET;

  SharingConsent() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void record(RecordConsent command, MetaData metaData, Clock clock) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    ConsentOnce.check(consentedOn);
    GroundForProxyOnly.check(command.kind(), command.ground());
    SignedByToday.check(command.consentedOn(), clock);
    apply(
        new ConsentGranted(
            command.consentId(),
            command.patientId(),
            command.kind(),
            command.ground(),
            command.explainerId(),
            Acting.facility(metaData),
            command.consentedOn(),
            command.textVersion(),
            Personal.of(Subject.of(command.patientId()), command.signatures())));
  }

  /** 様式第2 §3: the patient may stop at any time; there has to be something to stop. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void stop(StopSharing command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.SHARED);
    apply(new SharingStopped(command.consentId(), command.patientId(), command.channelCode()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void resume(ResumeSharing command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.STOPPED);
    apply(new SharingResumed(command.consentId(), command.patientId()));
  }

  private void expect(Sharing expected) {
    if (sharing != expected) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
  }

  @EventSourcingHandler
  void on(ConsentGranted event) {
    consentId = event.consentId();
    consentedOn = event.consentedOn();
    sharing = Sharing.SHARED;
  }

  @EventSourcingHandler
  void on(SharingStopped event) {
    sharing = Sharing.STOPPED;
  }

  @EventSourcingHandler
  void on(SharingResumed event) {
    sharing = Sharing.SHARED;
  }
}
