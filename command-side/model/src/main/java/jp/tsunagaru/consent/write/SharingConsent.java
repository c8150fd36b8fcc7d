package jp.tsunagaru.consent.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.command.ConfirmConsent;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.ResumeUse;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.command.StopSharingAtDesk;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.japanese.RetentionPeriod;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
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
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private enum Sharing {
    NOT_YET,
    SHARED,
    STOPPED,
    ENDED,
    WITHDRAWN
  }

  @AggregateIdentifier private ConsentId consentId;
  private @Nullable LocalDate consentedOn;
  private boolean proxySigned;
  private Sharing sharing = Sharing.NOT_YET;
  private @Nullable LocalDate retainedUntil;
  private boolean displayed;
  private List<RetainedMember> retained = List.of();

  SharingConsent() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void record(RecordConsent command, MetaData metaData, Clock clock, BirthLookup births) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    ConsentOnce.check(consentedOn);
    GroundForProxyOnly.check(command.kind(), command.ground());
    SignedByToday.check(command.consentedOn(), clock);
    births
        .born(command.patientId())
        .ifPresent(
            birth -> FamilySignsForMinors.check(command.ground(), birth, command.consentedOn()));
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

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void confirm(ConfirmConsent command, Clock clock) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    if (!proxySigned || sharing != Sharing.SHARED) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
    SignedByToday.check(command.confirmedOn(), clock);
    apply(
        new ConsentConfirmed(
            command.consentId(),
            command.patientId(),
            command.confirmedOn(),
            command.textVersion()));
  }

  /** 様式第2 §3: the patient may stop at any time; there has to be something to stop. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void stop(StopSharing command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    stopped(command.consentId(), command.patientId(), command.channel(), command.requester());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void stop(StopSharingAtDesk command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    stopped(command.consentId(), command.patientId(), RequestChannel.CITY, command.requester());
  }

  private void stopped(
      ConsentId consent, PatientId patient, RequestChannel channel, Requester requester) {
    expect(Sharing.SHARED);
    apply(
        new SharingStopped(
            consent, patient, channel.name(), Personal.of(Subject.of(patient), requester)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void resume(ResumeSharing command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.STOPPED);
    apply(
        new SharingResumed(
            command.consentId(),
            command.patientId(),
            command.channel(),
            Personal.of(Subject.of(command.patientId()), command.requester())));
  }

  /** 第19条: the team of this moment keeps the sight of what was shared, unless it was stopped. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void end(EndUse command, Clock clock, TeamOfTheDay team) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.SHARED, Sharing.STOPPED);
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    EndedByToday.check(command.endedOn(), consentedOn, today);
    apply(
        new UseEnded(
            command.consentId(),
            command.patientId(),
            command.reason(),
            command.endedOn(),
            RetentionPeriod.of(command.endedOn()).lastDay(),
            sharing == Sharing.SHARED,
            team.on(command.patientId(), today)));
  }

  /** What was hidden at its end is not shown again by taking the end back. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void resume(ResumeUse command) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.ENDED);
    if (!displayed) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
    apply(new UseResumed(command.consentId(), command.patientId()));
  }

  /** §8.3 Q3: hidden from everybody; an earlier end has begun the five years already. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void withdraw(WithdrawConsent command, Clock clock, TeamOfTheDay team) {
    ConsentOfThisPatient.check(command.consentId(), command.patientId());
    expect(Sharing.SHARED, Sharing.STOPPED, Sharing.ENDED);
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    EndedByToday.check(command.withdrawnOn(), consentedOn, today);
    boolean ended = sharing == Sharing.ENDED;
    LocalDate until = retainedUntil;
    apply(
        new ConsentWithdrawn(
            command.consentId(),
            command.patientId(),
            command.channel(),
            Personal.of(Subject.of(command.patientId()), command.requester()),
            command.withdrawnOn(),
            until == null ? RetentionPeriod.of(command.withdrawnOn()).lastDay() : until,
            ended ? retained : team.on(command.patientId(), today)));
  }

  private void expect(Sharing... expected) {
    if (!List.of(expected).contains(sharing)) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
  }

  @EventSourcingHandler
  void on(ConsentGranted event) {
    consentId = event.consentId();
    consentedOn = event.consentedOn();
    proxySigned = event.kind() == ConsentKind.PROXY;
    sharing = Sharing.SHARED;
  }

  /** From now on it is a consent of the patient's own. */
  @EventSourcingHandler
  void on(ConsentConfirmed event) {
    proxySigned = false;
  }

  @EventSourcingHandler
  void on(SharingStopped event) {
    sharing = Sharing.STOPPED;
  }

  @EventSourcingHandler
  void on(SharingResumed event) {
    sharing = Sharing.SHARED;
  }

  @EventSourcingHandler
  void on(UseEnded event) {
    sharing = Sharing.ENDED;
    retainedUntil = event.retainedUntil();
    displayed = event.displayed();
    retained = event.team();
  }

  @EventSourcingHandler
  void on(UseResumed event) {
    sharing = Sharing.SHARED;
    retainedUntil = null;
    retained = List.of();
  }

  @EventSourcingHandler
  void on(ConsentWithdrawn event) {
    sharing = Sharing.WITHDRAWN;
  }
}
