package jp.tsunagaru.retention.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.Map;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.LegalHoldId;
import jp.tsunagaru.retention.command.LiftLegalHold;
import jp.tsunagaru.retention.command.PlaceLegalHold;
import jp.tsunagaru.retention.event.LegalHoldLifted;
import jp.tsunagaru.retention.event.LegalHoldPlaced;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 保全 → 解除 (DL-10); past its last day it holds no more. */
@Aggregate
class LegalHold {
  @AggregateIdentifier private LegalHoldId holdId;
  private @Nullable PatientId patientId;
  private boolean lifted;

  LegalHold() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlaceLegalHold command, Clock clock, Patients patients) {
    if (patientId != null) {
      return;
    }
    if (command.until().isBefore(NotAheadOfToday.today(clock))) {
      throw new Refused(RefusalCode.FIELD_INVALID, Map.of("field", "holdUntil"));
    }
    patients.checkKnown(command.patientId());
    apply(
        new LegalHoldPlaced(
            command.holdId(),
            command.patientId(),
            Personal.of(Subject.of(command.patientId()), command.reason()),
            command.until()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LiftLegalHold command) {
    PatientId held = patientId;
    if (held == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (lifted) {
      throw new Refused(RefusalCode.HOLD_STATE);
    }
    apply(new LegalHoldLifted(command.holdId(), held));
  }

  @EventSourcingHandler
  void on(LegalHoldPlaced event) {
    holdId = event.holdId();
    patientId = event.patientId();
  }

  @EventSourcingHandler
  void on(LegalHoldLifted event) {
    lifted = true;
  }
}
