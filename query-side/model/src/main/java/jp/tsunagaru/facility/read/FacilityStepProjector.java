package jp.tsunagaru.facility.read;

import java.time.LocalDate;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.event.AbolitionRequestTakenBack;
import jp.tsunagaru.facility.event.AbolitionRequested;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityChangeDeclined;
import jp.tsunagaru.facility.event.FacilityChangeRequested;
import jp.tsunagaru.facility.event.FacilityChangeTakenBack;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What became of a facility's registration, step by step (PF-11, PF-12). */
@Projection
@ProcessingGroup("facility-steps")
final class FacilityStepProjector {
  private static final String STEP =
      """
      insert into view.facility_step
        (facility_id, version, kind, at, account_id, profile, sealed_people, sealed_note,
         abolition_on, patients_left)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final JsonMapper json;
  private final Sealer sealer;

  FacilityStepProjector(JsonMapper json, Sealer sealer) {
    this.json = json;
    this.sealer = sealer;
  }

  @EventHandler
  void on(FacilityRegistered event, Writes writes, EventMessage<?> message) {
    content(
        writes,
        event.facilityId(),
        1,
        FacilitySheet.Kind.REGISTERED,
        message,
        event.profile(),
        event.people());
  }

  /** The first one comes with the registration and is no step of its own. */
  @EventHandler
  void on(AdministratorAppointed event, Writes writes, EventMessage<?> message) {
    Long version = event.version();
    if (version != null) {
      writes.add(
          """
          insert into view.facility_step
            (facility_id, version, kind, at, account_id, appointed_id)
          values (?, ?, ?, ?, ?, ?)
          on conflict do nothing\
          """,
          event.facilityId(),
          version,
          FacilitySheet.Kind.ADMINISTRATOR_APPOINTED,
          message.getTimestamp(),
          actor(message),
          event.accountId());
    }
  }

  @EventHandler
  void on(FacilityChanged event, Writes writes, EventMessage<?> message) {
    content(
        writes,
        event.facilityId(),
        event.version(),
        event.confirmed() ? FacilitySheet.Kind.CHANGE_CONFIRMED : FacilitySheet.Kind.CHANGED,
        message,
        event.profile(),
        event.people());
  }

  @EventHandler
  void on(FacilityChangeRequested event, Writes writes, EventMessage<?> message) {
    content(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.CHANGE_REQUESTED,
        message,
        event.profile(),
        event.people());
  }

  @EventHandler
  void on(FacilityChangeTakenBack event, Writes writes, EventMessage<?> message) {
    note(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.CHANGE_TAKEN_BACK,
        message,
        null,
        null,
        0);
  }

  @EventHandler
  void on(FacilityChangeDeclined event, Writes writes, EventMessage<?> message) {
    note(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.CHANGE_DECLINED,
        message,
        event.reason(),
        null,
        0);
  }

  @EventHandler
  void on(AbolitionRequested event, Writes writes, EventMessage<?> message) {
    note(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.ABOLITION_REQUESTED,
        message,
        event.reason(),
        event.on(),
        0);
  }

  @EventHandler
  void on(AbolitionRequestTakenBack event, Writes writes, EventMessage<?> message) {
    note(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.ABOLITION_TAKEN_BACK,
        message,
        null,
        null,
        0);
  }

  @EventHandler
  void on(FacilityAbolished event, Writes writes, EventMessage<?> message) {
    note(
        writes,
        event.facilityId(),
        event.version(),
        FacilitySheet.Kind.ABOLISHED,
        message,
        event.arrangement(),
        null,
        event.patientsLeft());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.facility_step");
  }

  private void content(
      Writes writes,
      FacilityId facilityId,
      long version,
      FacilitySheet.Kind kind,
      EventMessage<?> message,
      FacilityProfile profile,
      Personal<FacilityPeople> people) {
    writes.add(
        STEP,
        facilityId,
        version,
        kind,
        message.getTimestamp(),
        actor(message),
        json.writeValueAsString(profile),
        sealer.seal(people),
        null,
        null,
        0);
  }

  private void note(
      Writes writes,
      FacilityId facilityId,
      long version,
      FacilitySheet.Kind kind,
      EventMessage<?> message,
      @Nullable Personal<String> note,
      @Nullable LocalDate on,
      int patientsLeft) {
    writes.add(
        STEP,
        facilityId,
        version,
        kind,
        message.getTimestamp(),
        actor(message),
        null,
        null,
        note == null ? null : sealer.seal(note),
        on,
        patientsLeft);
  }

  private static String actor(EventMessage<?> message) {
    return Origin.from(message.getMetaData()).map(Origin::accountId).orElse("");
  }
}
