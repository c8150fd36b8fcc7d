package jp.tsunagaru.patient.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.write.CareTeam;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.MergePatients;
import jp.tsunagaru.patient.command.PurgeProvisional;
import jp.tsunagaru.patient.command.RecordExtendedInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.patient.command.UnmergePatients;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.PatientsMerged;
import jp.tsunagaru.patient.event.PatientsUnmerged;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.refusal.NewestVersionOnly;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A patient: 仮登録 and the versions of 基本情報 and 拡張情報. Consent and team are aggregates of their own.
 */
@Aggregate
class Patient {
  @AggregateIdentifier private PatientId patientId;
  private @Nullable AccountId registrarId;
  private long version;
  private long extendedVersion;
  private @Nullable PatientId mainId;
  private @Nullable Instant registeredAt;
  private boolean purged;
  private boolean erased;

  Patient() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void register(RegisterPatient command, MetaData metaData, Clock clock) throws Exception {
    AccountId registrar = Acting.account(metaData);
    if (registrarId != null) {
      // Sent again after a lost answer it counts once; nobody else learns that the id is in use.
      if (!registrarId.equals(registrar)) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    NotBornTomorrow.check(command.basicInfo(), clock);
    apply(
        new PatientRegistered(
            command.patientId(),
            registrar,
            Acting.facility(metaData),
            Personal.of(Subject.of(command.patientId()), command.basicInfo())));
    createNew(
        CareTeam.class,
        () ->
            CareTeam.startedBy(
                registrar, command.patientId(), command.grantId(), command.registrarRole()));
  }

  @CommandHandler
  void correct(CorrectBasicInfo command, Clock clock) {
    NewestVersionOnly.check(command.expectedVersion(), version);
    NotBornTomorrow.check(command.basicInfo(), clock);
    apply(
        new BasicInfoChanged(
            patientId, version + 1, Personal.of(Subject.of(patientId), command.basicInfo())));
  }

  @CommandHandler
  void record(RecordExtendedInfo command, ExtendedSchemas schemas) {
    ExtendedSchema schema = schemas.inForce();
    NewestVersionOnly.check(command.expectedVersion(), extendedVersion);
    ExtendedValues changes =
        FollowsTheSchema.check(command.changes(), command.schemaVersion(), schema);
    apply(
        new ExtendedInfoRecorded(
            patientId,
            extendedVersion + 1,
            schema.version(),
            Personal.of(Subject.of(patientId), changes)));
  }

  @CommandHandler
  void merge(MergePatients command, RecordLookup lookup) {
    if (command.mainId().equals(mainId)) {
      return;
    }
    TwoRecordsOfOnePerson.check(patientId, command.mainId(), lookup);
    apply(new PatientsMerged(patientId, command.mainId(), command.reasonCode()));
  }

  @CommandHandler
  void unmerge(UnmergePatients command) {
    if (!command.mainId().equals(mainId)) {
      throw new Refused(RefusalCode.MERGE_STATE);
    }
    apply(new PatientsUnmerged(patientId, command.mainId(), command.reasonCode()));
  }

  /** PT-01: whoever never agreed is not kept. */
  @CommandHandler
  void purge(PurgeProvisional command, RecordLookup lookup, Clock clock) {
    if (purged) {
      return;
    }
    boolean over =
        registeredAt != null
            && !clock.instant().isBefore(registeredAt.plus(Duration.ofDays(command.days())));
    if (!over || !lookup.provisional(patientId)) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
    apply(new ProvisionalPurged(patientId, command.days()));
  }

  /** 第16条2, 第19条: whoever decided this has told by another event on what ground. */
  void erase() {
    if (!erased) {
      apply(new PatientErased(patientId));
    }
  }

  @EventSourcingHandler
  void on(PatientErased event) {
    erased = true;
  }

  @EventSourcingHandler
  void on(ProvisionalPurged event) {
    purged = true;
  }

  @EventSourcingHandler
  void on(PatientRegistered event, @Timestamp Instant at) {
    registeredAt = at;
    patientId = event.patientId();
    registrarId = event.registrarId();
    version = 1;
  }

  @EventSourcingHandler
  void on(BasicInfoChanged event) {
    version = event.version();
  }

  @EventSourcingHandler
  void on(ExtendedInfoRecorded event) {
    extendedVersion = event.version();
  }

  @EventSourcingHandler
  void on(PatientsMerged event) {
    mainId = event.mainId();
  }

  @EventSourcingHandler
  void on(PatientsUnmerged event) {
    mainId = null;
  }
}
