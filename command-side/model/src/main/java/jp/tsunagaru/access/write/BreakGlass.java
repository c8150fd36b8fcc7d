package jp.tsunagaru.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.command.CloseBreakGlass;
import jp.tsunagaru.access.command.OpenBreakGlass;
import jp.tsunagaru.access.command.ReviewBreakGlass;
import jp.tsunagaru.access.event.BreakGlassClosed;
import jp.tsunagaru.access.event.BreakGlassOpened;
import jp.tsunagaru.access.event.BreakGlassReviewed;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.kernel.Origin;
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

/** 緊急閲覧: one opening of one record, from its beginning to its review (TM-10, C-24). */
@Aggregate
class BreakGlass {
  @AggregateIdentifier private BreakGlassId breakGlassId;
  private @Nullable BreakGlassOpened opened;
  private boolean closed;
  private boolean reviewed;

  BreakGlass() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void open(OpenBreakGlass command, MetaData metaData, EmergencyLookup lookup, Clock clock) {
    AccountId actor = Acting.account(metaData);
    if (opened != null) {
      // Sent again after a lost answer it counts once; nobody else learns that the id is in use.
      if (!opened.accountId().equals(actor)) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    EnabledByTheCity.check(lookup);
    Instant now = clock.instant();
    NoGuessing.check(actor, lookup, now);
    PatientId patientId =
        lookup
            .sharedPatient(command.sought())
            .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    apply(
        new BreakGlassOpened(
            command.breakGlassId(),
            patientId,
            actor,
            Acting.facility(metaData),
            command.reason(),
            Personal.of(Subject.of(patientId), command.explanation()),
            now.plus(Duration.ofMinutes(lookup.minutes()))));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void close(CloseBreakGlass command, MetaData metaData) {
    BreakGlassOpened known = existing();
    Origin origin = Acting.origin(metaData);
    if (!known.accountId().value().equals(origin.accountId())
        && !origin.has(Role.CITY_OPERATOR.name())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (!closed) {
      apply(new BreakGlassClosed(command.breakGlassId(), known.patientId()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void review(ReviewBreakGlass command, MetaData metaData, EmergencyLookup lookup, Clock clock) {
    BreakGlassOpened known = existing();
    AccountId reviewer = Acting.account(metaData);
    ReviewedByAnother.check(known, reviewer);
    if (reviewed || lookup.inForce(command.breakGlassId(), clock.instant())) {
      throw new Refused(RefusalCode.BREAK_GLASS_STATE);
    }
    apply(
        new BreakGlassReviewed(
            command.breakGlassId(),
            known.patientId(),
            reviewer,
            command.verdict(),
            Personal.of(Subject.of(known.patientId()), command.findings())));
  }

  private BreakGlassOpened existing() {
    if (opened == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return opened;
  }

  @EventSourcingHandler
  void on(BreakGlassOpened event) {
    breakGlassId = event.breakGlassId();
    opened = event;
  }

  @EventSourcingHandler
  void on(BreakGlassClosed event) {
    closed = true;
  }

  @EventSourcingHandler
  void on(BreakGlassReviewed event) {
    reviewed = true;
  }
}
