package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The day stands sealed in the patient's events only; no table of the guard knows it. */
@Component
class BirthInEvents implements BirthLookup {
  private final EventStore events;

  BirthInEvents(EventStore events) {
    this.events = events;
  }

  @Override
  public Optional<LocalDate> born(PatientId patientId) {
    return events
        .readEvents(patientId.value())
        .asStream()
        .map(EventMessage::getPayload)
        .flatMap(event -> info(event).stream())
        .reduce((earlier, later) -> later)
        .flatMap(Personal::read)
        .map(BasicInfo::birthDate);
  }

  private static Optional<Personal<BasicInfo>> info(Object event) {
    return switch (event) {
      case PatientRegistered registered -> Optional.of(registered.basicInfo());
      case BasicInfoChanged changed -> Optional.of(changed.basicInfo());
      default -> Optional.empty();
    };
  }
}
