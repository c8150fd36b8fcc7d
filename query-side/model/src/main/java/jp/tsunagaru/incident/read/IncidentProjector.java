package jp.tsunagaru.incident.read;

import java.time.LocalDate;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.ReportStage;
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
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Each incident with its steps, in the order in which they were taken. */
@Projection
@ProcessingGroup("incidents")
class IncidentProjector {
  private final Sealer sealer;

  IncidentProjector(Sealer sealer) {
    this.sealer = sealer;
  }

  @EventHandler
  void on(
      IncidentReported event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    writes.add(
        """
        insert into view.incident
          (incident_id, kind, reporter_id, facility_id, on_behalf, reported_at, found_at,
           occurred_at, patients, documents, sealed_content)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.incidentId(),
        event.kind(),
        event.reporterId(),
        event.facilityId(),
        event.onBehalf(),
        message.getTimestamp(),
        event.foundAt(),
        event.occurredAt(),
        event.affected().stream().map(record -> record.patientId().value()).toList(),
        event.affected().stream()
            .map(record -> record.document().map(id -> id.value()).orElse(""))
            .toList(),
        sealed(event.content()));
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.REPORTED,
        event.kind().name(),
        0,
        null,
        "",
        null);
  }

  @EventHandler
  void on(
      IncidentReceived event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(writes, message, number, event.incidentId(), StepKind.RECEIVED, "", 0, null, "", null);
    writes.add(
        "update view.incident set received_at = ? where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      InstructionGiven event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.INSTRUCTED,
        "",
        0,
        null,
        "",
        event.instruction());
    writes.add(
        "update view.incident set instructed_at = coalesce(instructed_at, ?) where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      IncidentReportedToCity event,
      EventMessage<?> message,
      Writes writes,
      @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.REPORTED_TO_CITY,
        "",
        0,
        null,
        "",
        event.report());
    writes.add(
        "update view.incident set city_at = ? where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(MeasureTaken event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.MEASURE,
        event.kind().name(),
        0,
        null,
        event.eventId(),
        event.note());
    writes.add(
        "update view.incident set measured_at = coalesce(measured_at, ?) where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      CouncilReported event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.COUNCIL_TOLD,
        "",
        0,
        null,
        "",
        event.summary());
    writes.add(
        "update view.incident set council_at = coalesce(council_at, ?) where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      CouncilReportOmitted event,
      EventMessage<?> message,
      Writes writes,
      @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.COUNCIL_OMITTED,
        "",
        0,
        null,
        "",
        event.reason());
    writes.add(
        "update view.incident set council_at = coalesce(council_at, ?) where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      PreventionDecided event,
      EventMessage<?> message,
      Writes writes,
      @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.PREVENTION,
        event.byCouncil() ? "COUNCIL" : "CITY",
        0,
        null,
        "",
        event.text());
  }

  @EventHandler
  void on(
      StudyRequested event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.STUDY_REQUESTED,
        "",
        0,
        null,
        "",
        event.request());
    writes.add(
        "update view.incident set study_at = ?, study_answered_at = null, estimate_at = null, decided_at = null where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      StudyAnswered event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.STUDY_ANSWERED,
        "",
        0,
        null,
        "",
        event.answer());
    writes.add(
        "update view.incident set study_answered_at = ? where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      EstimateOffered event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.ESTIMATE_OFFERED,
        "",
        event.yen(),
        null,
        "",
        event.scope());
    writes.add(
        "update view.incident set study_answered_at = ?, estimate_at = ? where incident_id = ?",
        message.getTimestamp(),
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      EstimateDecided event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        event.accepted() ? StepKind.ESTIMATE_ACCEPTED : StepKind.ESTIMATE_DECLINED,
        "",
        0,
        null,
        "",
        event.note());
    writes.add(
        "update view.incident set decided_at = ? where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      BreachAssessed event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.BREACH_ASSESSED,
        event.reportable() ? "REPORTABLE" : "NOT_REPORTABLE",
        event.persons(),
        null,
        "",
        null);
    writes.add(
        "update view.incident set breach_at = coalesce(breach_at, ?), aware_at = ?, reasons = ?, encrypted = ?, persons = ?, reportable = ?, preliminary_from = ?, preliminary_to = ?, final_to = ? where incident_id = ?",
        message.getTimestamp(),
        event.awareAt(),
        event.reasons().stream().map(Enum::name).sorted().toList(),
        event.encrypted(),
        event.persons(),
        event.reportable(),
        event.preliminaryFrom(),
        event.preliminaryTo(),
        event.finalTo(),
        event.incidentId());
  }

  @EventHandler
  void on(
      CommissionReported event,
      EventMessage<?> message,
      Writes writes,
      @SequenceNumber long number) {
    boolean last = event.stage() == ReportStage.FINAL;
    step(
        writes,
        message,
        number,
        event.incidentId(),
        last ? StepKind.COMMISSION_FINAL : StepKind.COMMISSION_PRELIMINARY,
        event.stage().name(),
        0,
        event.submittedOn(),
        "",
        event.report());
    writes.add(
        last
            ? "update view.incident set final_at = coalesce(final_at, ?) where incident_id = ?"
            : "update view.incident set preliminary_at = coalesce(preliminary_at, ?) where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @EventHandler
  void on(
      PersonsNotified event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.PERSONS_NOTIFIED,
        "",
        event.persons(),
        event.notifiedOn(),
        "",
        event.how());
  }

  @EventHandler
  void on(
      IncidentClosed event, EventMessage<?> message, Writes writes, @SequenceNumber long number) {
    step(
        writes,
        message,
        number,
        event.incidentId(),
        StepKind.CLOSED,
        "",
        0,
        null,
        "",
        event.conclusion());
    writes.add(
        "update view.incident set closed_at = ? where incident_id = ?",
        message.getTimestamp(),
        event.incidentId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.incident, view.incident_step");
  }

  private void step(
      Writes writes,
      EventMessage<?> message,
      long number,
      IncidentId incidentId,
      StepKind kind,
      String code,
      long amount,
      @Nullable LocalDate on,
      String linked,
      @Nullable Personal<?> text) {
    Origin origin = Origin.from(message.getMetaData()).orElse(Origin.system());
    writes.add(
        """
        insert into view.incident_step
          (event_id, incident_id, number, kind, at, account_id, facility_id, code, amount, on_day,
           linked_event, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        message.getIdentifier(),
        incidentId,
        number,
        kind,
        message.getTimestamp(),
        origin.accountId(),
        origin.facilityId(),
        code,
        amount,
        on,
        linked,
        text == null ? new byte[0] : sealed(text));
  }

  private byte[] sealed(Personal<?> text) {
    return text.read().isPresent() ? sealer.seal(text) : new byte[0];
  }
}
