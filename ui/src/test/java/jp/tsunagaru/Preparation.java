package jp.tsunagaru;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.ChangePassword;
import jp.tsunagaru.account.command.IssueAccount;
import jp.tsunagaru.account.command.PledgeTerms;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.RecordExtendedInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What had happened before a test begins, done with the same commands that the screens send. */
final class Preparation {
  static final String PASSWORD = "Yama-no-ue-no-kumo-7";
  static final String ONE_TIME = "Hajimete-no-aikotoba-3";

  private static @Nullable Worker city;

  private final CommandGateway commands;
  private final TermsInForce terms;
  private final ExtendedSchemas schemas;
  private final LocalDate today;

  Preparation(CommandGateway commands, TermsInForce terms, ExtendedSchemas schemas, Clock clock) {
    this.commands = commands;
    this.terms = terms;
    this.schemas = schemas;
    this.today = LocalDate.now(clock);
  }

  static Preparation ofRunningApplication() {
    RunningApplication application = RunningApplication.get();
    return new Preparation(
        application.bean(CommandGateway.class),
        application.bean(TermsInForce.class),
        application.bean(ExtendedSchemas.class),
        application.bean(Clock.class));
  }

  /** Somebody who may work: own password chosen, pledge made. */
  record Worker(AccountId accountId, FacilityId facilityId, String login, Origin origin) {}

  /** The first administrator of the running application's city, signed in once for all tests. */
  synchronized Worker city() {
    Worker known = city;
    if (known == null) {
      known = city(RunningApplication.CITY_ONE_TIME_PASSWORD);
      city = known;
    }
    return known;
  }

  Worker city(String oneTimePassword) {
    return started(RunningApplication.CITY_LOGIN, oneTimePassword);
  }

  /** A facility and its administrator, who is no user of the notebook. */
  Worker facility(Worker city, String name, Affiliation affiliation, String login) {
    ApplicationId application = ApplicationId.next();
    FacilityId facility = FacilityId.next();
    AccountId administrator = AccountId.next();
    send(
        Origin.visitor("127.0.0.1"),
        new ApplyForFacility(
            application,
            today,
            new FacilityProfile(
                name,
                "485-0041",
                "小牧市小牧三丁目1番地",
                affiliation,
                "",
                "",
                "0568-76-1188",
                "",
                login + "@example.jp",
                Set.of(PublicField.NAME)),
            new FacilityPeople("代表 太郎", ""),
            terms.agreement()));
    send(city.origin(), new ReceivePaperForm(application, today));
    send(
        city.origin(),
        new ApproveApplication(
            application,
            facility,
            administrator,
            new LoginId(login),
            new Secret(ONE_TIME),
            Profession.OFFICE_CLERK,
            false,
            ""));
    return started(login, ONE_TIME);
  }

  Worker worker(
      Worker administrator, String login, PersonName name, Profession profession, Role... roles) {
    issued(administrator, login, name, profession, roles);
    return started(login, ONE_TIME);
  }

  /** An account that nobody has used yet; its password is {@link #ONE_TIME}. */
  void issued(
      Worker administrator, String login, PersonName name, Profession profession, Role... roles) {
    send(
        administrator.origin(),
        new IssueAccount(
            AccountId.next(),
            administrator.facilityId(),
            new LoginId(login),
            new Secret(ONE_TIME),
            Set.of(roles),
            profession,
            name));
  }

  /** Somebody known signs in again. */
  Worker back(String login) {
    return started(login, PASSWORD);
  }

  PatientId patientWithoutConsent(Worker registrar, BasicInfo info) {
    PatientId patient = PatientId.next();
    send(
        registrar.origin(),
        new RegisterPatient(patient, info, GrantId.next(), TeamRole.VISITING_NURSE));
    return patient;
  }

  PatientId patient(Worker registrar, BasicInfo info, Worker... team) {
    PatientId patient = patientWithoutConsent(registrar, info);
    send(
        registrar.origin(),
        new RecordConsent(
            ConsentId.of(patient),
            patient,
            ConsentKind.SELF,
            null,
            registrar.accountId(),
            today,
            terms.consentForm().version(),
            new ConsentSignatures("説明 花子", info.fullName(), "")));
    for (Worker member : team) {
      assign(registrar, patient, member);
    }
    return patient;
  }

  /** 拡張情報, by the schema of this moment. */
  void extend(Worker by, PatientId patient, long version, Map<String, List<String>> values) {
    send(
        by.origin(),
        new RecordExtendedInfo(
            patient, version, schemas.inForce().version(), new ExtendedValues(values)));
  }

  void assign(Worker by, PatientId patient, Worker member) {
    send(
        by.origin(),
        new AssignMember(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            member.accountId(),
            new MembershipTerms(TeamRole.OTHER, Set.of(Right.values()), null, null)));
  }

  static BasicInfo person(
      String family, String given, String familyKana, String givenKana, String phone) {
    return new BasicInfo(
        family,
        given,
        familyKana,
        givenKana,
        Gender.FEMALE,
        LocalDate.of(1947, 7, 5),
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of(phone),
        List.of(new EmergencyContact("家族 一", "長男", "090-0000-0001")),
        "232199",
        "1234567890",
        CareLevel.CARE_2,
        null,
        null,
        "",
        "",
        "");
  }

  <R> R send(Origin origin, Object command) {
    return commands.sendAndWait(
        new GenericCommandMessage<>(command, MetaData.from(origin.toMetadata())));
  }

  /** First sign-in, own password, pledge. */
  private Worker started(String login, String oneTimePassword) {
    String session = Ids.next("ses");
    SignedIn known =
        send(Origin.visitor("127.0.0.1"), new SignIn(login, new Secret(oneTimePassword), session));
    Origin origin =
        new Origin(
            known.accountId().value(),
            known.facilityId().value(),
            Set.copyOf(known.roles().stream().map(Role::name).toList()),
            known.profession().name(),
            session,
            "127.0.0.1",
            "pwd");
    if (known.mustChangePassword()) {
      send(
          origin,
          new ChangePassword(known.accountId(), new Secret(oneTimePassword), new Secret(PASSWORD)));
    }
    if (known.mustPledge()) {
      send(origin, new PledgeTerms(known.accountId(), terms.agreement()));
    }
    return new Worker(known.accountId(), known.facilityId(), login, origin);
  }
}
