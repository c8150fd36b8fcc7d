package jp.tsunagaru.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.command.BootstrapCity;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.account.command.ReissueCredential;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.facility.command.RegisterCity;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.terms.TermsInForce;

/** The first days: the city's office, the facilities, and an account for everybody. */
final class Founding {
  static final LoginId FIRST = new LoginId("city-admin");
  private static final AccountId FIRST_ACCOUNT = new AccountId(FixedIds.of("acc", FIRST.value()));

  private final Roster roster;
  private final Calendar calendar;
  private final Sender sender;
  private final Doors doors;
  private final DemoClock clock;
  private final Crew crew;
  private final TermsInForce terms;

  Founding(
      Roster roster,
      Calendar calendar,
      Sender sender,
      Doors doors,
      DemoClock clock,
      Crew crew,
      TermsInForce terms) {
    this.roster = roster;
    this.calendar = calendar;
    this.sender = sender;
    this.doors = doors;
    this.clock = clock;
    this.crew = crew;
    this.terms = terms;
  }

  /** Answers false where somebody uses this system already. */
  boolean bootstraps() {
    at(Calendar.FOUNDING, 8, 30);
    FacilityProfile office =
        new FacilityProfile(
            DemoTexts.get("city.name"),
            DemoTexts.get("city.postal"),
            DemoTexts.get("city.address"),
            Affiliation.OTHER,
            "",
            DemoTexts.get("city.name"),
            DemoTexts.get("city.phone"),
            "",
            "city@example.jp",
            Set.of());
    sender.sendOnce(
        new RegisterCity(office, new FacilityPeople(DemoTexts.get("city.representative"), "")),
        Origin.system());
    Boolean first =
        sender.send(new BootstrapCity(FIRST_ACCOUNT, FIRST, Doors.oneTime()), Origin.system());
    return Boolean.TRUE.equals(first);
  }

  void day(int day) throws InterruptedException {
    switch (day) {
      case Calendar.FOUNDING -> office();
      case Calendar.APPLYING -> applications();
      case Calendar.ADMITTING -> papers();
      case Calendar.ISSUING -> admissions();
      case Calendar.STARTING -> firstSignIns();
      default -> {
        // From then on everybody works.
      }
    }
  }

  private void office() {
    at(Calendar.FOUNDING, 9, 5);
    String address = Addresses.office();
    Origin first =
        doors.enterFirst(
            FIRST,
            address,
            () ->
                sender.send(
                    new BootstrapCity(FIRST_ACCOUNT, FIRST, Doors.oneTime()), Origin.system()));
    for (DemoUser user : roster.office) {
      issue(user, FacilityId.CITY, first);
    }
    at(Calendar.FOUNDING, 9, 31);
    doors.leave(first, false, 26 * 60);
    int minute = 0;
    for (DemoUser user : roster.office) {
      at(Calendar.FOUNDING, 13, minute++);
      enterFirst(user);
    }
  }

  private void applications() {
    int minute = 0;
    for (DemoFacility facility : roster.facilities) {
      minute += 17;
      LocalTime time = LocalTime.of(9, 20).plusMinutes(minute);
      clock.at(calendar.date(Calendar.APPLYING).atTime(time));
      apply(facility, Calendar.APPLYING);
    }
  }

  /** Sends 様式第1 from the public portal. */
  void apply(DemoFacility facility, int day) {
    sender.sendOnce(
        new ApplyForFacility(
            facility.applicationId(),
            date(day),
            facility.profile(),
            facility.people(administrator(facility)),
            terms.agreement()),
        Origin.visitor(Addresses.of(facility.key())));
  }

  private String administrator(DemoFacility facility) {
    return facility.state().isEmpty()
        ? roster.administrator(facility.key()).name().full()
        : facility.representative();
  }

  private void papers() {
    at(Calendar.ADMITTING, 10, 0);
    Origin city = enterCity();
    int minute = 5;
    for (DemoFacility facility : roster.facilities) {
      at(Calendar.ADMITTING, 10, minute);
      minute += 2;
      sender.sendOnce(
          new ReceivePaperForm(facility.applicationId(), date(Calendar.ADMITTING)),
          city,
          RefusalCode.APPLICATION_STATE);
    }
    doors.leave(city, false, 50 * 60);
  }

  private void admissions() throws InterruptedException {
    at(Calendar.ISSUING, 9, 0);
    Origin city = enterCity();
    int minute = 1;
    for (DemoFacility facility : roster.facilities) {
      at(Calendar.ISSUING, 9, minute);
      minute += 3;
      DemoUser administrator = roster.administrator(facility.key());
      sender.sendOnce(
          new ApproveApplication(
              facility.applicationId(),
              facility.facilityId(),
              administrator.accountId(),
              administrator.login(),
              Doors.oneTime(),
              administrator.profession(),
              administrator.cares(),
              facility.words()),
          city,
          RefusalCode.APPLICATION_STATE);
    }
    doors.leave(city, false, 58 * 60);
    List<Runnable> tasks = new ArrayList<>();
    LocalTime time = LocalTime.of(13, 0);
    for (DemoFacility facility : roster.facilities) {
      LocalTime start = time;
      time = time.plusMinutes(13);
      tasks.add(() -> {
        clock.at(calendar.date(Calendar.ISSUING).atTime(start));
        issueStaff(facility);
      });
    }
    crew.all(tasks);
  }

  private void issueStaff(DemoFacility facility) {
    DemoUser administrator = roster.administrator(facility.key());
    Origin origin =
        doors.enterFirst(
            administrator.login(),
            Addresses.of(facility.key()),
            () -> {
              Origin city = enterCity();
              sender.send(
                  new ReissueCredential(
                      administrator.accountId(), facility.facilityId(), Doors.oneTime()),
                  city);
              doors.leave(city, false, 60);
            });
    for (DemoUser user : roster.staff(facility.key())) {
      if (!user.administers()) {
        issue(user, facility.facilityId(), origin);
      }
    }
    doors.leave(origin, false, 9 * 60);
  }

  private void firstSignIns() throws InterruptedException {
    List<Runnable> tasks = new ArrayList<>();
    LocalTime time = LocalTime.of(8, 10);
    for (DemoUser user : roster.care) {
      if (!user.administers()) {
        LocalTime start = time;
        time = time.plusMinutes(9);
        tasks.add(() -> {
          clock.at(calendar.date(Calendar.STARTING).atTime(start));
          enterFirst(user);
        });
      }
    }
    crew.all(tasks);
  }

  private void enterFirst(DemoUser user) {
    Origin origin =
        doors.enterFirst(
            user.login(),
            Addresses.of(user.facility()),
            () -> {
              boolean office = user.facility().equals(DemoUser.OFFICE);
              LoginId issuer = office ? FIRST : roster.administrator(user.facility()).login();
              Origin by = doors.enter(issuer, Addresses.of(user.facility()));
              sender.send(
                  new ReissueCredential(
                      user.accountId(), new FacilityId(by.facilityId()), Doors.oneTime()),
                  by);
              doors.leave(by, false, 60);
            });
    doors.leave(origin, false, 4 * 60);
  }

  private void issue(DemoUser user, FacilityId facility, Origin by) {
    sender.sendOnce(
        new IssueAccount(
            user.accountId(),
            facility,
            user.login(),
            Doors.oneTime(),
            user.roles(),
            user.profession(),
            user.name()),
        by,
        RefusalCode.LOGIN_ID_TAKEN);
  }

  private Origin enterCity() {
    return doors.enter(roster.user("demo-city").login(), Addresses.office());
  }

  private LocalDate date(int day) {
    return calendar.date(day);
  }

  private void at(int day, int hour, int minute) {
    clock.at(calendar.date(day).atTime(hour, 0).plusMinutes(minute));
  }
}
