package jp.tsunagaru.facility.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.write.AccountsOfFacility;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.command.AbolishFacility;
import jp.tsunagaru.facility.command.AppointAdministrator;
import jp.tsunagaru.facility.command.ChangeFacility;
import jp.tsunagaru.facility.command.ConfirmFacilityChange;
import jp.tsunagaru.facility.command.DeclineFacilityChange;
import jp.tsunagaru.facility.command.RegisterCity;
import jp.tsunagaru.facility.command.RequestAbolition;
import jp.tsunagaru.facility.command.TakeBackAbolitionRequest;
import jp.tsunagaru.facility.command.TakeBackFacilityChange;
import jp.tsunagaru.facility.event.AbolitionRequestTakenBack;
import jp.tsunagaru.facility.event.AbolitionRequested;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityChangeDeclined;
import jp.tsunagaru.facility.event.FacilityChangeRequested;
import jp.tsunagaru.facility.event.FacilityChangeTakenBack;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.NewestVersionOnly;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A facility that takes part (第7条), or the city's own office. */
@Aggregate
class Facility {
  /** 様式第1 as it was stored, opened when somebody decides about it. */
  private record Sheet(FacilityProfile profile, Personal<FacilityPeople> people) {
    RegisteredContent content() {
      return new RegisteredContent(
          profile, people.read().orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND)));
    }
  }

  @AggregateIdentifier private FacilityId facilityId;
  private long version;
  private @Nullable Sheet registered;
  private @Nullable Sheet wish;
  private @Nullable LocalDate abolitionOn;
  private @Nullable AccountId administrator;
  private boolean abolished;

  Facility() {}

  Facility(
      FacilityId facilityId,
      FacilityProfile profile,
      FacilityPeople people,
      AccountId administrator) {
    register(facilityId, profile, people);
    apply(new AdministratorAppointed(facilityId, administrator, null));
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

  /**
   * 第9条. What waits for the city is always the whole content as the facility wants it, so that the
   * newest wish counts and the city sees all of it.
   */
  @CommandHandler
  void handle(ChangeFacility command, MetaData metaData) {
    checkUse(command.basedOn());
    RegisteredContent wanted = new RegisteredContent(command.profile(), command.people());
    boolean byCity =
        Origin.from(metaData).filter(origin -> origin.has(Role.CITY_OPERATOR.name())).isPresent();
    if (byCity) {
      if (wish != null) {
        throw new Refused(RefusalCode.FACILITY_STATE);
      }
      change(wanted, true);
      return;
    }
    change(content().withFreeFieldsOf(wanted), false);
    boolean waits = !content().differencesFrom(wanted).isEmpty();
    if (waits && !wanted.equals(wish == null ? null : wish.content())) {
      apply(
          new FacilityChangeRequested(
              facilityId, version + 1, wanted.profile(), sealed(wanted.people())));
    } else if (!waits && wish != null) {
      apply(new FacilityChangeTakenBack(facilityId, version + 1));
    }
  }

  @CommandHandler
  void handle(TakeBackFacilityChange command) {
    checkUse(command.basedOn());
    waiting();
    apply(new FacilityChangeTakenBack(facilityId, version + 1));
  }

  @CommandHandler
  void handle(ConfirmFacilityChange command) {
    checkUse(command.basedOn());
    applied(waiting().content().withFreeFieldsOf(content()), true);
  }

  @CommandHandler
  void handle(DeclineFacilityChange command) {
    checkUse(command.basedOn());
    waiting();
    apply(new FacilityChangeDeclined(facilityId, version + 1, sealed(command.reason())));
  }

  /** 第7条2: one person answers at any time; 様式第1 names that person from then on (PF-10). */
  @CommandHandler
  void handle(AppointAdministrator command, AccountsOfFacility accounts) {
    checkUse(command.basedOn());
    PersonName name = AdministersThisFacility.check(command.accountId(), facilityId, accounts);
    if (!command.accountId().equals(administrator)) {
      apply(new AdministratorAppointed(facilityId, command.accountId(), version + 1));
    }
    change(content().withAdministrator(name.full()), false);
  }

  /** 第10条. The city cannot leave its own notebook. */
  @CommandHandler
  void handle(RequestAbolition command, Clock clock) {
    checkUse(command.basedOn());
    if (abolitionOn != null || facilityId.equals(FacilityId.CITY)) {
      throw new Refused(RefusalCode.FACILITY_STATE);
    }
    OnItsDay.checkRequest(command.on(), clock);
    apply(new AbolitionRequested(facilityId, version + 1, command.on(), sealed(command.reason())));
  }

  @CommandHandler
  void handle(TakeBackAbolitionRequest command) {
    checkUse(command.basedOn());
    requestedDay();
    apply(new AbolitionRequestTakenBack(facilityId, version + 1));
  }

  /** 第10条: accounts, memberships and groups end with the facility or nothing does. */
  @CommandHandler
  void handle(AbolishFacility command, FacilityLeaving leaving, Clock clock) {
    checkUse(command.basedOn());
    OnItsDay.checkEnd(requestedDay(), clock);
    int left = leaving.patientsLeft(facilityId, OnItsDay.today(clock));
    PatientsHandedOver.check(left, command.arrangement());
    apply(new FacilityAbolished(facilityId, version + 1, left, sealed(command.arrangement())));
    leaving.leave(facilityId);
  }

  private void change(RegisteredContent wanted, boolean confirmed) {
    if (!wanted.equals(content())) {
      applied(wanted, confirmed);
    }
  }

  private void applied(RegisteredContent content, boolean confirmed) {
    apply(
        new FacilityChanged(
            facilityId, version + 1, content.profile(), sealed(content.people()), confirmed));
  }

  private void checkUse(long seen) {
    if (abolished) {
      throw new Refused(RefusalCode.FACILITY_STATE);
    }
    NewestVersionOnly.check(seen, version);
  }

  private Sheet waiting() {
    if (wish == null) {
      throw new Refused(RefusalCode.FACILITY_STATE);
    }
    return wish;
  }

  private LocalDate requestedDay() {
    if (abolitionOn == null) {
      throw new Refused(RefusalCode.FACILITY_STATE);
    }
    return abolitionOn;
  }

  private RegisteredContent content() {
    return Objects.requireNonNull(registered).content();
  }

  private <T> Personal<T> sealed(T value) {
    return Personal.of(Subject.of(facilityId), value);
  }

  @EventSourcingHandler
  void on(FacilityRegistered event) {
    facilityId = event.facilityId();
    version = 1;
    registered = new Sheet(event.profile(), event.people());
  }

  @EventSourcingHandler
  void on(AdministratorAppointed event) {
    administrator = event.accountId();
    version = event.version() == null ? version : event.version();
  }

  @EventSourcingHandler
  void on(FacilityChanged event) {
    version = event.version();
    registered = new Sheet(event.profile(), event.people());
    if (event.confirmed()) {
      wish = null;
    }
  }

  @EventSourcingHandler
  void on(FacilityChangeRequested event) {
    version = event.version();
    wish = new Sheet(event.profile(), event.people());
  }

  @EventSourcingHandler
  void on(FacilityChangeTakenBack event) {
    version = event.version();
    wish = null;
  }

  @EventSourcingHandler
  void on(FacilityChangeDeclined event) {
    version = event.version();
    wish = null;
  }

  @EventSourcingHandler
  void on(AbolitionRequested event) {
    version = event.version();
    abolitionOn = event.on();
  }

  @EventSourcingHandler
  void on(AbolitionRequestTakenBack event) {
    version = event.version();
    abolitionOn = null;
  }

  @EventSourcingHandler
  void on(FacilityAbolished event) {
    version = event.version();
    abolished = true;
  }
}
