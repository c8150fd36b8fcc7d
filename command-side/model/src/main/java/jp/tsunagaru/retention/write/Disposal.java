package jp.tsunagaru.retention.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.write.PurgeHolds;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DisposalId;
import jp.tsunagaru.retention.Erased;
import jp.tsunagaru.retention.command.ApproveDisposal;
import jp.tsunagaru.retention.command.RepeatErasures;
import jp.tsunagaru.retention.event.DisposalApproved;
import jp.tsunagaru.retention.event.ErasuresRepeated;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One batch that the city destroys at once: a disposal (第19条, DL-06), or what a restore brought
 * back.
 */
@Aggregate
class Disposal {
  @AggregateIdentifier private DisposalId disposalId;

  Disposal() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      ApproveDisposal command,
      MetaData metaData,
      Clock clock,
      Patients patients,
      PurgeHolds holds,
      Erasure erasure) {
    if (disposalId != null) {
      return;
    }
    FiveYearsOver.check(command.patients(), patients, NotAheadOfToday.today(clock));
    List<PatientId> batch =
        command.patients().stream().sorted(Comparator.comparing(PatientId::value)).toList();
    batch.forEach(holds::check);
    Erased erased = new Erased(0, 0, 0, 0, 0, 0);
    for (PatientId patient : batch) {
      erased = erased.plus(erasure.everything(patient, metaData));
    }
    apply(new DisposalApproved(command.disposalId(), command.patients(), erased));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RepeatErasures command, MetaData metaData, Erasure erasure) {
    if (disposalId != null) {
      return;
    }
    Map<PatientId, List<DocumentId>> documents = erasure.documentsWithoutKeys();
    List<PatientId> patients = erasure.patientsWithoutKeys();
    if (documents.isEmpty() && patients.isEmpty()) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    Set<PatientId> concerned = new LinkedHashSet<>(patients);
    concerned.addAll(documents.keySet());
    Erased erased = new Erased(0, 0, 0, 0, 0, 0);
    for (PatientId patient : concerned) {
      erased =
          erased.plus(
              erasure.again(
                  patient,
                  documents.getOrDefault(patient, List.of()),
                  patients.contains(patient),
                  metaData));
    }
    apply(new ErasuresRepeated(command.disposalId(), concerned, erased));
  }

  @EventSourcingHandler
  void on(ErasuresRepeated event) {
    disposalId = event.disposalId();
  }

  @EventSourcingHandler
  void on(DisposalApproved event) {
    disposalId = event.disposalId();
  }
}
