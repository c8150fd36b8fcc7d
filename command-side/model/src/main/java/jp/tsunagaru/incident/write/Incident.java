package jp.tsunagaru.incident.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.CityReport;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.incident.command.AssessBreach;
import jp.tsunagaru.incident.command.CloseIncident;
import jp.tsunagaru.incident.command.CooperateInStudy;
import jp.tsunagaru.incident.command.DecideEstimate;
import jp.tsunagaru.incident.command.DecidePrevention;
import jp.tsunagaru.incident.command.InstructReporter;
import jp.tsunagaru.incident.command.OfferEstimate;
import jp.tsunagaru.incident.command.OmitCouncilReport;
import jp.tsunagaru.incident.command.ReceiveIncident;
import jp.tsunagaru.incident.command.RecordCommissionReport;
import jp.tsunagaru.incident.command.RecordMeasure;
import jp.tsunagaru.incident.command.RecordNotification;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.incident.command.ReportIncidentToCity;
import jp.tsunagaru.incident.command.ReportToCouncil;
import jp.tsunagaru.incident.command.RequestStudy;
import jp.tsunagaru.incident.event.BreachAssessed;
import jp.tsunagaru.incident.event.CommissionReported;
import jp.tsunagaru.incident.event.CouncilReportOmitted;
import jp.tsunagaru.incident.event.CouncilReported;
import jp.tsunagaru.incident.event.EstimateDecided;
import jp.tsunagaru.incident.event.EstimateOffered;
import jp.tsunagaru.incident.event.IncidentClosed;
import jp.tsunagaru.incident.event.IncidentReceived;
import jp.tsunagaru.incident.event.IncidentReported;
import jp.tsunagaru.incident.event.IncidentReportedToCity;
import jp.tsunagaru.incident.event.InstructionGiven;
import jp.tsunagaru.incident.event.MeasureTaken;
import jp.tsunagaru.incident.event.PersonsNotified;
import jp.tsunagaru.incident.event.PreventionDecided;
import jp.tsunagaru.incident.event.StudyAnswered;
import jp.tsunagaru.incident.event.StudyRequested;
import jp.tsunagaru.kernel.Origin;
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

/** One incident from its report to its end (第28条, domain.md IN-01 to IN-07). */
@Aggregate
class Incident {
  private enum Study {
    NONE,
    REQUESTED,
    ESTIMATED,
    ENDED
  }

  @AggregateIdentifier private IncidentId incidentId;
  private @Nullable IncidentReported reported;
  private final List<Personal<String>> instructions = new ArrayList<>();
  private boolean received;
  private boolean atCity;
  private boolean measured;
  private boolean councilDecided;
  private boolean prevented;
  private Study study = Study.NONE;
  private @Nullable BreachAssessed breach;
  private boolean preliminary;
  private boolean finalReport;
  private boolean notified;
  private boolean closed;

  Incident() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void report(ReportIncident command, MetaData metaData, IncidentLookup lookup, Clock clock) {
    Origin origin = Acting.origin(metaData);
    AccountId actor = Acting.account(metaData);
    if (reported != null) {
      // Sent again after a lost answer it counts once; nobody else learns that the id is in use.
      if (!reported.reporterId().equals(actor)) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    boolean onBehalf = !command.content().caller().isEmpty();
    if (onBehalf && !origin.has(Role.CONTRACTOR_HELPDESK.name())) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "caller");
    }
    NothingInTheFuture.check(command.foundAt(), command.occurredAt(), clock.instant());
    RecordsInSight.check(actor, command.affected(), lookup);
    apply(
        new IncidentReported(
            command.incidentId(),
            command.kind(),
            command.foundAt(),
            command.occurredAt(),
            command.affected(),
            Personal.of(Subject.of(command.incidentId()), command.content()),
            actor,
            Acting.facility(metaData),
            onBehalf));
  }

  @CommandHandler
  void receive(ReceiveIncident command, MetaData metaData) {
    if (!received) {
      apply(new IncidentReceived(incidentId, Acting.account(metaData)));
    }
  }

  @CommandHandler
  void instruct(InstructReporter command) {
    open();
    EveryStepTaken.check("receipt", received);
    apply(new InstructionGiven(incidentId, sealed(command.instruction())));
  }

  @CommandHandler
  void reportToCity(ReportIncidentToCity command, MetaData metaData) {
    open();
    EveryStepTaken.check("instruction", !instructions.isEmpty());
    if (atCity) {
      throw new Refused(RefusalCode.INCIDENT_STATE);
    }
    IncidentContent content =
        known().content().read().orElseThrow(() -> new Refused(RefusalCode.INCIDENT_STATE));
    List<String> given =
        instructions.stream().map(instruction -> instruction.read().orElse("")).toList();
    apply(
        new IncidentReportedToCity(
            incidentId,
            Acting.account(metaData),
            Personal.of(
                Subject.of(incidentId), new CityReport(content, given, command.assessment()))));
  }

  @CommandHandler
  void measure(RecordMeasure command, IncidentLookup lookup) {
    knownToCity();
    RealMeasure.check(command, known().foundAt(), lookup);
    apply(new MeasureTaken(incidentId, command.kind(), command.eventId(), sealed(command.note())));
  }

  @CommandHandler
  void reportToCouncil(ReportToCouncil command) {
    knownToCity();
    apply(new CouncilReported(incidentId, sealed(command.summary())));
  }

  @CommandHandler
  void omitCouncil(OmitCouncilReport command) {
    knownToCity();
    if (councilDecided) {
      throw new Refused(RefusalCode.INCIDENT_STATE);
    }
    apply(new CouncilReportOmitted(incidentId, sealed(command.reason())));
  }

  @CommandHandler
  void prevent(DecidePrevention command) {
    knownToCity();
    apply(new PreventionDecided(incidentId, command.byCouncil(), sealed(command.text())));
  }

  @CommandHandler
  void requestStudy(RequestStudy command, MetaData metaData) {
    OwnFacilityOnly.check(known().facilityId(), metaData);
    open();
    if (study == Study.REQUESTED || study == Study.ESTIMATED) {
      throw new Refused(RefusalCode.INCIDENT_STATE);
    }
    apply(new StudyRequested(incidentId, sealed(command.request())));
  }

  @CommandHandler
  void cooperate(CooperateInStudy command) {
    studyIs(Study.REQUESTED);
    apply(new StudyAnswered(incidentId, sealed(command.answer())));
  }

  @CommandHandler
  void estimate(OfferEstimate command) {
    studyIs(Study.REQUESTED);
    apply(new EstimateOffered(incidentId, command.yen(), sealed(command.scope())));
  }

  @CommandHandler
  void decide(DecideEstimate command, MetaData metaData) {
    OwnFacilityOnly.check(known().facilityId(), metaData);
    studyIs(Study.ESTIMATED);
    apply(new EstimateDecided(incidentId, command.accepted(), sealed(command.note())));
  }

  @CommandHandler
  void assess(AssessBreach command, Clock clock) {
    knownToCity();
    NothingInTheFuture.check(command.awareAt(), null, clock.instant());
    boolean reportable = BreachReporting.reportable(command.reasons(), command.encrypted());
    apply(
        new BreachAssessed(
            incidentId,
            command.awareAt(),
            command.reasons(),
            command.encrypted(),
            command.persons(),
            reportable,
            reportable ? BreachReporting.preliminaryFrom(command.awareAt()) : null,
            reportable ? BreachReporting.preliminaryTo(command.awareAt()) : null,
            reportable ? BreachReporting.finalTo(command.awareAt(), command.reasons()) : null));
  }

  @CommandHandler
  void commission(RecordCommissionReport command, Clock clock) {
    knownToCity();
    EveryStepTaken.check("breach", breach != null && breach.reportable());
    EveryStepTaken.check("preliminary", preliminary || command.stage() == ReportStage.PRELIMINARY);
    FinalReportComplete.check(command.stage(), command.report());
    NothingInTheFuture.check(command.submittedOn(), clock.instant());
    apply(
        new CommissionReported(
            incidentId,
            command.stage(),
            command.submittedOn(),
            Personal.of(Subject.of(incidentId), command.report())));
  }

  @CommandHandler
  void notifyPersons(RecordNotification command, Clock clock) {
    knownToCity();
    NothingInTheFuture.check(command.notifiedOn(), clock.instant());
    apply(
        new PersonsNotified(
            incidentId, command.notifiedOn(), command.persons(), sealed(command.how())));
  }

  @CommandHandler
  void close(CloseIncident command) {
    knownToCity();
    EveryStepTaken.check("measure", measured);
    EveryStepTaken.check("breach", breach != null);
    if (breach != null && breach.reportable()) {
      EveryStepTaken.check("preliminary", preliminary);
      EveryStepTaken.check("final", finalReport);
      EveryStepTaken.check("notification", notified);
    }
    EveryStepTaken.check("council", councilDecided);
    EveryStepTaken.check("prevention", prevented);
    EveryStepTaken.check("study", study == Study.NONE || study == Study.ENDED);
    apply(new IncidentClosed(incidentId, sealed(command.conclusion())));
  }

  private IncidentReported known() {
    if (reported == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return reported;
  }

  private void open() {
    if (closed) {
      throw new Refused(RefusalCode.INCIDENT_STATE);
    }
  }

  private void knownToCity() {
    open();
    EveryStepTaken.check("cityReport", atCity);
  }

  private void studyIs(Study expected) {
    open();
    if (study != expected) {
      throw new Refused(RefusalCode.INCIDENT_STATE);
    }
  }

  private Personal<String> sealed(String text) {
    return Personal.of(Subject.of(incidentId), text);
  }

  @EventSourcingHandler
  void on(IncidentReported event) {
    incidentId = event.incidentId();
    reported = event;
  }

  @EventSourcingHandler
  void on(IncidentReceived event) {
    received = true;
  }

  @EventSourcingHandler
  void on(InstructionGiven event) {
    instructions.add(event.instruction());
  }

  @EventSourcingHandler
  void on(IncidentReportedToCity event) {
    atCity = true;
  }

  @EventSourcingHandler
  void on(MeasureTaken event) {
    measured = true;
  }

  @EventSourcingHandler
  void on(CouncilReported event) {
    councilDecided = true;
  }

  @EventSourcingHandler
  void on(CouncilReportOmitted event) {
    councilDecided = true;
  }

  @EventSourcingHandler
  void on(PreventionDecided event) {
    prevented = true;
  }

  @EventSourcingHandler
  void on(StudyRequested event) {
    study = Study.REQUESTED;
  }

  @EventSourcingHandler
  void on(StudyAnswered event) {
    study = Study.ENDED;
  }

  @EventSourcingHandler
  void on(EstimateOffered event) {
    study = Study.ESTIMATED;
  }

  @EventSourcingHandler
  void on(EstimateDecided event) {
    study = Study.ENDED;
  }

  @EventSourcingHandler
  void on(BreachAssessed event) {
    breach = event;
  }

  @EventSourcingHandler
  void on(CommissionReported event) {
    if (event.stage() == ReportStage.FINAL) {
      finalReport = true;
    } else {
      preliminary = true;
    }
  }

  @EventSourcingHandler
  void on(PersonsNotified event) {
    notified = true;
  }

  @EventSourcingHandler
  void on(IncidentClosed event) {
    closed = true;
  }
}
