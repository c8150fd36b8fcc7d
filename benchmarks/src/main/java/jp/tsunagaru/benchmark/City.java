package jp.tsunagaru.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.account.event.AccountIssued;
import jp.tsunagaru.account.event.PasswordChanged;
import jp.tsunagaru.account.event.TermsPledged;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up city: people who are signed in, and patients in their care. */
final class City {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  static final String DOMAIN = "store.domain_event_entry";
  static final String ACCESS = "store.access_event_entry";

  private static final String[] FAMILY = {
    "佐藤", "鈴木", "高橋", "髙橋", "田中", "伊藤", "渡辺", "渡邉", "山本", "中村", "小林", "加藤", "吉田",
    "𠮷田", "山田", "佐々木", "山口", "松本", "井上", "木村", "林", "斎藤", "齋藤", "清水", "山崎", "長谷川"
  };
  private static final String[] FAMILY_KANA = {
    "さとう", "すずき", "たかはし", "たかはし", "たなか", "いとう", "わたなべ", "わたなべ", "やまもと", "なかむら",
    "こばやし", "かとう", "よしだ", "よしだ", "やまだ", "ささき", "やまぐち", "まつもと", "いのうえ", "きむら",
    "はやし", "さいとう", "さいとう", "しみず", "やまざき", "はせがわ"
  };
  private static final String[] GIVEN = {
    "一郎", "花子", "太郎", "幸子", "正", "和子", "茂", "節子", "清", "洋子", "勇", "文子", "実", "千代", "誠", "ハル", "弘",
    "久子", "昭", "芳江"
  };
  private static final String[] GIVEN_KANA = {
    "いちろう", "はなこ", "たろう", "さちこ", "ただし", "かずこ", "しげる", "せつこ", "きよし", "ようこ", "いさむ", "ふみこ", "みのる",
    "ちよ", "まこと", "はる", "ひろし", "ひさこ", "あきら", "よしえ"
  };

  private final ApplicationContext context;
  private final Random random = new Random(42);
  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Configuration axon;

  final FacilityId facility = FacilityId.next();
  final List<Origin> people = new ArrayList<>();
  final List<PatientId> patients = new ArrayList<>();

  City(ApplicationContext context) {
    this.context = context;
    this.dataSource = context.getBean(DataSource.class);
    this.jdbc = context.getBean(JdbcClient.class);
    this.sealer = context.getBean(Sealer.class);
    this.axon = context.getBean(Configuration.class);
  }

  ApplicationContext context() {
    return context;
  }

  /** Returns when it is acknowledged. */
  void send(Origin person, Object command) {
    bean(CommandGateway.class)
        .sendAndWait(new GenericCommandMessage<>(command).withMetaData(person.toMetadata()));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  Random random() {
    return random;
  }

  EventRows rows(String table) throws SQLException {
    return new EventRows(dataSource, axon.eventSerializer(), table);
  }

  /** People and patients on both sides, everybody in every team. */
  void found(int peopleCount, int patientCount) throws SQLException {
    Instant at = Instant.now();
    jdbc.sql("insert into guard.facility (facility_id, name, state) values (?, ?, 'ACTIVE')")
        .params(facility.value(), "訪問看護ステーションひかり")
        .update();
    try (EventRows rows = rows(DOMAIN)) {
      rows.add("Facility", facility.value(), 0, registered(facility), Origin.system(), at);
      for (int i = 0; i < peopleCount; i++) {
        person(rows, at);
      }
      for (int i = 0; i < patientCount; i++) {
        PatientId patient = patient(rows, at, 0);
        patients.add(patient);
        admit(patient);
        for (Origin person : people) {
          member(rows, patient, person, at, people.indexOf(person));
        }
      }
    }
  }

  static FacilityRegistered registered(FacilityId id) {
    return new FacilityRegistered(
        id,
        new FacilityProfile(
            "訪問看護ステーションひかり",
            "4850046",
            "小牧市堀の内三丁目1番地",
            Affiliation.CARE_SERVICE_PROVIDER,
            "2360490010",
            "",
            "0568-76-1188",
            "",
            "hikari@example.jp",
            Set.of()),
        Personal.of(Subject.of(id), new FacilityPeople("小牧 一郎", "")));
  }

  /** One more, in no team. */
  Origin person() throws SQLException {
    try (EventRows rows = rows(DOMAIN)) {
      person(rows, Instant.now());
    }
    return people.getLast();
  }

  private void person(EventRows rows, Instant at) throws SQLException {
    AccountId account = issued(rows, at);
    Origin origin =
        new Origin(
            account.value(),
            facility.value(),
            Set.of(Role.CARE_USER.name()),
            Profession.NURSE.name(),
            Ids.next("ses"),
            "192.0.2.7",
            "pwd");
    jdbc.sql(
            """
            insert into guard.account (account_id, facility_id, login_id, roles, profession, state,
              must_change_password, must_pledge, sealed_name)
            values (?, ?, ?, ?, ?, 'ACTIVE', false, false, ?)\
            """)
        .params(
            account.value(),
            facility.value(),
            login(account),
            new String[] {Role.CARE_USER.name()},
            origin.profession(),
            sealer.seal(Personal.of(Subject.of(account), name())))
        .update();
    jdbc.sql(
            """
            insert into guard.session (session, account_id, started_at, address)
            values (?, ?, now(), '192.0.2.7')\
            """)
        .params(origin.session(), account.value())
        .update();
    people.add(origin);
  }

  private static String login(AccountId account) {
    return "u" + account.suffix().substring(0, 26);
  }

  /** Three events. */
  AccountId issued(EventRows rows, Instant at) throws SQLException {
    AccountId account = AccountId.next();
    rows.add(
        "Account",
        account.value(),
        0,
        new AccountIssued(
            account,
            facility,
            new LoginId(login(account)),
            Set.of(Role.CARE_USER),
            Profession.NURSE,
            Personal.of(Subject.of(account), name())),
        Origin.system(),
        at);
    rows.add("Account", account.value(), 1, new PasswordChanged(account), Origin.system(), at);
    rows.add(
        "Account",
        account.value(),
        2,
        new TermsPledged(account, new TermsAgreement("2020-07-22", "0", "2020-07-22", "0")),
        Origin.system(),
        at);
    return account;
  }

  private PersonName name() {
    int family = random.nextInt(FAMILY.length);
    int given = random.nextInt(GIVEN.length);
    return new PersonName(FAMILY[family], GIVEN[given], FAMILY_KANA[family], GIVEN_KANA[given]);
  }

  /** Registered with a key of its own and consented, with this many corrections. */
  PatientId patient(EventRows rows, Instant at, int changes) throws SQLException {
    PatientId id = PatientId.next();
    patient(rows, id, Subject.of(id), at, changes);
    return id;
  }

  void patient(EventRows rows, PatientId id, Subject seal, Instant at, int changes)
      throws SQLException {
    Origin registrar = people.getFirst();
    AccountId by = new AccountId(registrar.accountId());
    rows.add(
        "Patient",
        id.value(),
        0,
        new PatientRegistered(id, by, facility, Personal.of(seal, info())),
        registrar,
        at);
    for (int i = 1; i <= changes; i++) {
      rows.add(
          "Patient",
          id.value(),
          i,
          new BasicInfoChanged(id, i + 1L, Personal.of(seal, info())),
          registrar,
          at);
    }
    rows.add(
        "Consent",
        ConsentId.of(id).value(),
        0,
        new ConsentGranted(
            ConsentId.of(id),
            id,
            ConsentKind.SELF,
            null,
            by,
            facility,
            LocalDate.ofInstant(at, JAPAN),
            "2020-07-22",
            Personal.of(seal, new ConsentSignatures("説明 者", "本人", ""))),
        registrar,
        at);
  }

  /** What the gate asks. */
  void admit(PatientId patient) {
    jdbc.sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            values (?, 'SHARED', ?, ?)\
            """)
        .params(patient.value(), people.getFirst().accountId(), ConsentId.of(patient).value())
        .update();
    for (Origin person : people) {
      jdbc.sql(
              """
              insert into guard.membership
                (grant_id, patient_id, account_id, team_role, rights)
              values (?, ?, ?, 'VISITING_NURSE', ?)\
              """)
          .params(
              GrantId.next().value(),
              patient.value(),
              person.accountId(),
              java.util.Arrays.stream(Right.values()).map(Enum::name).toArray(String[]::new))
          .update();
    }
  }

  static MembershipTerms terms() {
    return new MembershipTerms(TeamRole.VISITING_NURSE, Set.of(Right.values()), null, null);
  }

  void member(EventRows rows, PatientId patient, Origin person, Instant at, long sequence)
      throws SQLException {
    rows.add(
        "CareTeam",
        CareTeamId.of(patient).value(),
        sequence,
        new MemberAssigned(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            new AccountId(person.accountId()),
            terms()),
        people.getFirst(),
        at);
  }

  GroupId group(EventRows rows, Instant at, Set<AccountId> members) throws SQLException {
    GroupId group = GroupId.next();
    rows.add(
        "CareGroup",
        group.value(),
        0,
        new GroupCreated(
            group, facility, new AccountId(people.getFirst().accountId()), "当番", members),
        people.getFirst(),
        at);
    return group;
  }

  void assign(EventRows rows, PatientId patient, GroupId group, Instant at, long sequence)
      throws SQLException {
    rows.add(
        "CareTeam",
        CareTeamId.of(patient).value(),
        sequence,
        new GroupAssigned(CareTeamId.of(patient), patient, GrantId.next(), group, terms()),
        people.getFirst(),
        at);
  }

  private BasicInfo info() {
    int family = random.nextInt(FAMILY.length);
    int given = random.nextInt(GIVEN.length);
    return new BasicInfo(
        FAMILY[family],
        GIVEN[given],
        FAMILY_KANA[family],
        GIVEN_KANA[given],
        random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
        LocalDate.of(1920, 1, 1).plusDays(random.nextInt(25_000)),
        "4850046",
        "小牧市堀の内三丁目1番地",
        List.of(phone()),
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "小牧 一郎",
        "",
        "");
  }

  String phone() {
    return "0568-%02d-%04d".formatted(random.nextInt(100), random.nextInt(10_000));
  }
}
