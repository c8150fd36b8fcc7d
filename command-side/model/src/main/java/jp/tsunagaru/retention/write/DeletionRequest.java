package jp.tsunagaru.retention.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.document.write.PurgeHolds;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.command.ExecuteDeletion;
import jp.tsunagaru.retention.command.RequestDeletion;
import jp.tsunagaru.retention.command.TakeBackDeletionRequest;
import jp.tsunagaru.retention.event.DeletionExecuted;
import jp.tsunagaru.retention.event.DeletionRequestTakenBack;
import jp.tsunagaru.retention.event.DeletionRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 申し出 → 実行 | 取下げ (第16条2, 第16条3). */
@Aggregate
class DeletionRequest {
  @AggregateIdentifier private DeletionRequestId requestId;
  private @Nullable DeletionRequested request;
  private boolean done;

  DeletionRequest() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestDeletion command, MetaData metaData, Clock clock) {
    DeletionRequested made = request;
    if (made != null) {
      // Sent again after a lost answer it counts once; another patient does not learn of it.
      if (!made.patientId().equals(command.patientId())) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    NotAheadOfToday.check(command.requestedOn(), clock);
    apply(
        new DeletionRequested(
            command.requestId(),
            command.patientId(),
            Acting.facility(metaData),
            command.channel(),
            command.identityCheck(),
            Personal.of(Subject.of(command.patientId()), command.requester()),
            command.scope(),
            command.documents(),
            command.from(),
            command.to(),
            command.requestedOn(),
            command.dueOn()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(TakeBackDeletionRequest command) {
    open(command.patientId());
    apply(new DeletionRequestTakenBack(command.requestId(), command.patientId()));
  }

  /** The person's own request prevails over the five years (§8.3 Q2), not over a hold (DL-10). */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ExecuteDeletion command, MetaData metaData, PurgeHolds holds, Erasure erasure) {
    DeletionRequested open = open(command.patientId());
    holds.check(open.patientId());
    Erased erased = erasure.carryOut(open, metaData);
    apply(
        new DeletionExecuted(
            command.requestId(),
            open.patientId(),
            open.scope() == DeletionScope.EVERYTHING,
            erased));
  }

  /** The right was decided for the patient of the command: the request must be of that one. */
  private DeletionRequested open(PatientId patientId) {
    DeletionRequested made = request;
    if (made == null || !made.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (done) {
      throw new Refused(RefusalCode.DELETION_STATE);
    }
    return made;
  }

  @EventSourcingHandler
  void on(DeletionRequested event) {
    requestId = event.requestId();
    request = event;
  }

  @EventSourcingHandler
  void on(DeletionRequestTakenBack event) {
    done = true;
  }

  @EventSourcingHandler
  void on(DeletionExecuted event) {
    done = true;
  }
}
