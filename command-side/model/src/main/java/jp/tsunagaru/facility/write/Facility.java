package jp.tsunagaru.facility.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.command.RegisterCity;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A facility that takes part (第7条), or the city's own office. */
@Aggregate
class Facility {
  @AggregateIdentifier private FacilityId facilityId;

  Facility() {}

  Facility(
      FacilityId facilityId,
      FacilityProfile profile,
      FacilityPeople people,
      AccountId administrator) {
    register(facilityId, profile, people);
    apply(new AdministratorAppointed(facilityId, administrator));
  }

  /** The office has one fixed id, so that it cannot be registered twice. */
  @CommandHandler
  Facility(RegisterCity command) {
    register(FacilityId.CITY, command.profile(), command.people());
  }

  private static void register(
      FacilityId facilityId, FacilityProfile profile, FacilityPeople people) {
    apply(new FacilityRegistered(facilityId, profile, Personal.of(Subject.of(facilityId), people)));
  }

  @EventSourcingHandler
  void on(FacilityRegistered event) {
    facilityId = event.facilityId();
  }
}
