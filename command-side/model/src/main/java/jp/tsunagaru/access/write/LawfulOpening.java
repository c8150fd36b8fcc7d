package jp.tsunagaru.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Duration;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.command.ApproveLawfulOpening;
import jp.tsunagaru.access.command.CloseLawfulOpening;
import jp.tsunagaru.access.command.RequestLawfulOpening;
import jp.tsunagaru.access.event.LawfulOpeningApproved;
import jp.tsunagaru.access.event.LawfulOpeningClosed;
import jp.tsunagaru.access.event.LawfulOpeningRequested;
import jp.tsunagaru.account.AccountId;
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

/** A withdrawn record displayed to one user on a lawful ground, by two people of the city. */
@Aggregate
class LawfulOpening {
  @AggregateIdentifier private LawfulOpeningId openingId;
  private @Nullable LawfulOpeningRequested requested;
  private boolean approved;
  private boolean closed;

  LawfulOpening() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void request(RequestLawfulOpening command, MetaData metaData, WithdrawnLookup lookup) {
    AccountId actor = Acting.account(metaData);
    if (requested != null) {
      // Sent again after a lost answer it counts once; nobody else learns that the id is in use.
      if (!requested.requestedBy().equals(actor)) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    if (!lookup.careUser(command.accountId())) {
      throw new Refused(RefusalCode.UNKNOWN_ACCOUNT);
    }
    PatientId patientId =
        lookup
            .withdrawnPatient(command.sought())
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    apply(
        new LawfulOpeningRequested(
            command.openingId(),
            patientId,
            command.accountId(),
            command.ground(),
            Personal.of(Subject.of(patientId), command.explanation()),
            command.days(),
            actor));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void approve(
      ApproveLawfulOpening command, MetaData metaData, WithdrawnLookup lookup, Clock clock) {
    LawfulOpeningRequested known = existing();
    AccountId actor = Acting.account(metaData);
    SecondPersonOpens.check(known, actor);
    if (approved || closed || !lookup.withdrawn(known.patientId())) {
      throw new Refused(RefusalCode.LAWFUL_OPENING_STATE);
    }
    apply(
        new LawfulOpeningApproved(
            command.openingId(),
            known.patientId(),
            known.accountId(),
            actor,
            clock.instant().plus(Duration.ofDays(known.days()))));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void close(CloseLawfulOpening command) {
    LawfulOpeningRequested known = existing();
    if (!closed) {
      apply(new LawfulOpeningClosed(command.openingId(), known.patientId()));
    }
  }

  private LawfulOpeningRequested existing() {
    if (requested == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return requested;
  }

  @EventSourcingHandler
  void on(LawfulOpeningRequested event) {
    openingId = event.openingId();
    requested = event;
  }

  @EventSourcingHandler
  void on(LawfulOpeningApproved event) {
    approved = true;
  }

  @EventSourcingHandler
  void on(LawfulOpeningClosed event) {
    closed = true;
  }
}
