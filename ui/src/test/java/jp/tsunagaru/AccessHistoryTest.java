package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.audit.query.AccessCursor;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.AccessResult;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ListAccess;
import jp.tsunagaru.audit.query.Printing;
import jp.tsunagaru.audit.query.ReplayAccess;
import jp.tsunagaru.audit.query.ReplayState;
import jp.tsunagaru.audit.query.StateThen;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list of accesses and changes says what the replay says, whatever happened and however it is
 * narrowed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessHistoryTest {
  private static final int EVENTS = 160;

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker auditor;

  @BeforeAll
  void an_auditor() {
    auditor =
        preparation.worker(
            preparation.city(),
            "rireki-kansa",
            new PersonName("履歴", "見子", "りれき", "みこ"),
            Profession.MUNICIPAL_OFFICER,
            Role.CITY_AUDITOR);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_replay_equals_the_list_for_generated_histories(long seed) {
    Generated history = new Generated(new Random(seed));
    Instant begin = Instant.now().minusSeconds(1);
    for (int i = 0; i < EVENTS; i++) {
      history.happens();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            rows("access_log", history.accounts) == history.seen.size()
                && rows("deed", history.accounts) == history.changed.size());
    // What is asked from here on is recorded about the same patients.
    Instant end = Instant.now();
    List<AccessStep> everything = new ArrayList<>();
    for (String account : history.accounts) {
      everything.addAll(
          replayed(AccessFilter.during(begin, end).about(AuditScope.ACCOUNT, account), 500));
    }
    everything.sort(
        Comparator.comparing(AccessStep::at)
            .thenComparing(step -> step.kind().change())
            .thenComparing(AccessStep::position));
    assertThat(history.changed).isNotEmpty();
    assertThat(everything)
        .filteredOn(step -> !step.kind().change())
        .extracting(AccessHistoryTest::told)
        .containsExactlyElementsOf(history.seen);
    assertThat(everything)
        .filteredOn(step -> step.kind().change())
        .extracting(AccessHistoryTest::told)
        .containsExactlyElementsOf(history.changed);
    history.worn(everything);

    for (int round = 0; round < 40; round++) {
      AccessFilter filter = history.filter(begin, end, everything);
      List<AccessStep> replayed = replayed(filter, 1 + history.random.nextInt(60));

      List<AccessStep> listed = listed(filter, 1 + history.random.nextInt(30));
      Collections.reverse(listed);

      assertThat(listed)
          .as(filter.toString())
          .isEqualTo(replayed.stream().map(AccessHistoryTest::asInTheList).toList());
      assertThat(replayed)
          .as(filter.toString())
          .extracting(AccessStep::eventId)
          .containsExactlyElementsOf(
              everything.stream()
                  .filter(step -> history.fits(step, filter))
                  .map(AccessStep::eventId)
                  .toList());
    }
  }

  @Test
  void marks_follow_their_rules() {
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "印の診療所", Affiliation.MEDICAL_ASSOCIATION, "shirushi-admin");
    Preparation.Worker nurse = worker(admin, "shirushi-kango", "髙橋");
    Preparation.Worker stranger = worker(admin, "shirushi-yoso", "印野");
    PatientId namesake =
        preparation.patient(nurse, Preparation.person("高橋", "印", "たかはし", "いん", "0568-44-1111"));
    PatientId other =
        preparation.patient(nurse, Preparation.person("印山", "花", "いんやま", "はな", "0568-44-1112"));
    ask(stranger.origin(), new ListPatients("印山 花", null, null, null, false, 0, 10));
    ask(stranger.origin(), new ListPatients("いんやま", null, null, null, false, 0, 10));
    ask(stranger.origin(), new ListPatients("印川", null, null, null, false, 0, 10));
    ask(nurse.origin(), new ListPatients("印山", null, null, null, false, 0, 10));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            rows("access_log", List.of(stranger.accountId().value())) >= 4
                && names(namesake.value()) == 1
                && names(nurse.accountId().value()) == 1);
    Instant noon = Instant.parse("2031-03-02T03:00:00Z");
    row(-1, noon, nurse, namesake.value(), "ALLOWED", "");
    row(-2, noon, nurse, other.value(), "ALLOWED", "");
    row(-3, noon.plusSeconds(1), nurse, other.value(), "NO_MEMBERSHIP", "");
    row(-4, noon.plusSeconds(2), nurse, other.value(), "ALLOWED", "bgl_1");
    row(-5, Instant.parse("2031-03-02T12:59:59Z"), nurse, other.value(), "ALLOWED", "");
    row(-6, Instant.parse("2031-03-02T13:00:00Z"), nurse, other.value(), "ALLOWED", "");
    row(-7, Instant.parse("2031-03-02T20:59:59Z"), nurse, other.value(), "ALLOWED", "");
    row(-8, Instant.parse("2031-03-02T21:00:00Z"), nurse, other.value(), "ALLOWED", "");
    Instant busy = Instant.parse("2031-03-03T03:00:00Z");
    for (int i = 0; i < 21; i++) {
      row(-100 - i, busy.plusSeconds(i), nurse, PatientId.next().value(), "ALLOWED", "");
    }
    row(-130, busy.plusSeconds(301), nurse, other.value(), "ALLOWED", "");

    Map<Long, Set<AccessMark>> marks = new HashMap<>();
    AccessFilter ofNurse =
        AccessFilter.during(noon, noon.plusSeconds(200_000))
            .about(AuditScope.ACCOUNT, nurse.accountId().value());
    listed(ofNurse, 50).forEach(step -> marks.put(step.position(), step.marks()));

    assertThat(marks.get(-1L)).as("variants of a character").contains(AccessMark.SAME_SURNAME);
    assertThat(marks.get(-2L)).isEmpty();
    assertThat(marks.get(-3L))
        .containsExactlyInAnyOrder(AccessMark.REFUSED, AccessMark.NOT_IN_TEAM);
    assertThat(marks.get(-4L)).containsExactly(AccessMark.BREAK_GLASS);
    assertThat(marks.get(-5L)).isEmpty();
    assertThat(marks.get(-6L)).containsExactly(AccessMark.AFTER_HOURS);
    assertThat(marks.get(-7L)).containsExactly(AccessMark.AFTER_HOURS);
    assertThat(marks.get(-8L)).isEmpty();
    assertThat(marks.get(-119L)).as("the twentieth").isEmpty();
    assertThat(marks.get(-120L)).as("the twenty-first").containsExactly(AccessMark.MANY);
    assertThat(marks.get(-130L)).as("five minutes later").isEmpty();
    assertThat(
            listed(
                AccessFilter.during(Instant.now().minusSeconds(600), Instant.now().plusSeconds(60))
                    .about(AuditScope.ACCOUNT, stranger.accountId().value()),
                50))
        .filteredOn(step -> step.kind() == AccessKind.SEARCH)
        .extracting(step -> step.marks().contains(AccessMark.NOT_IN_TEAM))
        .as("newest first: nobody's name, then two spellings of a patient of others")
        .containsExactly(false, true, true);
    jdbc().sql("delete from view.access_log where position < 0").update();
  }

  @Test
  void after_the_end_of_use_the_state_is_the_team_of_that_day() {
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "終わりの診療所", Affiliation.MEDICAL_ASSOCIATION, "owari-admin");
    Preparation.Worker nurse = worker(admin, "owari-kango", "終");
    Preparation.Worker colleague = worker(admin, "owari-doryo", "末");
    Preparation.Worker later = worker(admin, "owari-ato", "後");
    PatientId patient =
        preparation.patient(nurse, Preparation.person("終井", "保", "しゅうい", "たもつ", "0568-44-2111"));
    GroupId group = GroupId.next();
    preparation.send(
        nurse.origin(), new CreateGroup(group, "終わりの班", Set.of(colleague.accountId())));
    preparation.send(
        nurse.origin(),
        new AssignGroup(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            group,
            new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW), null, null)));
    Instant before = Instant.now();
    LocalDate today = LocalDate.now(application.bean(Clock.class));
    preparation.send(
        nurse.origin(), new EndUse(ConsentId.of(patient), patient, EndReason.MOVED_OUT, today));
    preparation.send(
        nurse.origin(),
        new ChangeGroup(group, "終わりの班", Set.of(colleague.accountId(), later.accountId())));

    StateThen then = ask(auditor.origin(), new ReplayState(patient, before), StateThen.class);
    assertThat(then.sharing()).isEqualTo("SHARED");
    assertThat(then.retainedUntil()).isNull();
    StateThen now = ask(auditor.origin(), new ReplayState(patient, Instant.now()), StateThen.class);
    assertThat(now.sharing()).isEqualTo("ENDED");
    assertThat(now.retainedUntil()).isAfter(today.plusYears(4));
    assertThat(now.members())
        .allMatch(StateThen.Member::inForce)
        .extracting(StateThen.Member::accountIds)
        .containsExactlyInAnyOrder(
            List.of(nurse.accountId().value()), List.of(colleague.accountId().value()));
    StateThen gone =
        ask(
            auditor.origin(),
            new ReplayState(patient, Instant.now().plus(Duration.ofDays(6 * 366))),
            StateThen.class);
    assertThat(gone.members()).hasSize(2).noneMatch(StateThen.Member::inForce);
  }

  @Test
  void no_name_stands_in_the_tables_of_the_history() {
    assertThat(
            jdbc()
                .sql("select terms::text || surname || subject_id as row from view.audit_name")
                .query(String.class)
                .list())
        .isNotEmpty()
        .allMatch(row -> row.matches("[\\x20-\\x7e]*"));
  }

  // ---- asking

  private static String told(AccessStep step) {
    return step.action()
        + step.patientId()
        + step.object()
        + step.result()
        + inOrder(step.documents());
  }

  private static String inOrder(Map<DocumentId, Long> documents) {
    return documents.entrySet().stream()
        .map(shown -> shown.getKey() + "=" + shown.getValue())
        .sorted()
        .toList()
        .toString();
  }

  private static AccessStep asInTheList(AccessStep step) {
    Printing printing = step.printing();
    return new AccessStep(
        step.position(),
        step.eventId(),
        step.at(),
        step.accountId(),
        step.actor(),
        step.facility(),
        step.profession(),
        step.roles(),
        step.session(),
        step.address(),
        step.factors(),
        step.kind(),
        step.action(),
        step.patientId(),
        step.patient(),
        step.documents(),
        step.attachmentId(),
        step.object(),
        step.results(),
        step.result(),
        step.ground(),
        printing == null ? null : new Printing(printing.purpose(), ""),
        step.marks(),
        step.lookedAt());
  }

  private List<AccessStep> replayed(AccessFilter filter, int limit) {
    List<AccessStep> all = new ArrayList<>();
    AccessReplay page;
    do {
      AccessCursor after = all.isEmpty() ? null : all.getLast().cursor();
      page = ask(auditor.origin(), new ReplayAccess(filter, after, limit), AccessReplay.class);
      all.addAll(page.steps());
    } while (page.more());
    assertThat(page.total()).isEqualTo(all.size());
    return all;
  }

  private List<AccessStep> listed(AccessFilter filter, int limit) {
    List<AccessStep> all = new ArrayList<>();
    AccessPage page;
    do {
      AccessCursor before = all.isEmpty() ? null : all.getLast().cursor();
      page = ask(auditor.origin(), new ListAccess(filter, before, limit), AccessPage.class);
      all.addAll(page.steps());
    } while (page.more());
    return all;
  }

  private void ask(Origin origin, ListPatients query) {
    ask(origin, query, PatientList.class);
  }

  private <R> R ask(Origin origin, Object query, Class<R> answer) {
    try {
      return application
          .bean(QueryGateway.class)
          .query(
              query.getClass().getName(),
              new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer))
                  .withMetaData(MetaData.from(origin.toMetadata())),
              ResponseTypes.instanceOf(answer))
          .join();
    } catch (CompletionException failed) {
      throw new AssertionError(failed);
    }
  }

  private JdbcClient jdbc() {
    return application.bean(JdbcClient.class);
  }

  private int rows(String table, List<String> accounts) {
    return jdbc()
        .sql("select count(*) from view." + table + " where account_id = any (?)")
        .param(accounts.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  private int names(String subject) {
    return jdbc()
        .sql("select count(*) from view.audit_name where subject_id = ?")
        .param(subject)
        .query(Integer.class)
        .single();
  }

  private Preparation.Worker worker(Preparation.Worker admin, String login, String family) {
    return preparation.worker(
        admin, login, new PersonName(family, "印子", "しるし", "しるこ"), Profession.NURSE, Role.CARE_USER);
  }

  private void row(
      long position,
      Instant at,
      Preparation.Worker who,
      String patient,
      String result,
      String opening) {
    jdbc()
        .sql(
            """
            insert into view.access_log (position, event_id, at, account_id, facility_id,
              patient_id, action, result, kind, break_glass_id, grounded)
            values (?, ?, ?, ?, ?, ?, 'GetTimeline', ?, 'VIEW', ?, ? <> '')
            """)
        .params(
            position,
            Ids.next("evt"),
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
            who.accountId().value(),
            who.facilityId().value(),
            patient,
            result,
            opening,
            opening)
        .update();
  }

  /** A handful of people, patients and documents, and whatever may be written about them. */
  private final class Generated {
    private final Random random;
    private final List<String> accounts = ids("acc", 3);
    private final List<String> facilities = ids("fac", 2);
    private final List<PatientId> patients =
        IntStream.range(0, 4).mapToObj(i -> PatientId.next()).toList();
    private final List<DocumentId> documents =
        IntStream.range(0, 5).mapToObj(i -> DocumentId.next()).toList();
    private final List<String> seen = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> seenUnder = new ArrayList<>();
    private final List<String> changedUnder = new ArrayList<>();
    private final Map<String, String> facilityOf = new HashMap<>();

    Generated(Random random) {
      this.random = random;
    }

    private static List<String> ids(String prefix, int count) {
      return Stream.generate(() -> Ids.next(prefix)).limit(count).toList();
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    void happens() {
      String account = any(accounts);
      Origin origin =
          new Origin(
              account,
              any(facilities),
              random.nextBoolean() ? Set.of("CARE_USER") : Set.of("CARE_USER", "FACILITY_ADMIN"),
              any(List.of("NURSE", "PHYSICIAN")),
              "ses" + random.nextInt(3),
              "192.0.2." + random.nextInt(9),
              "pwd");
      PatientId patient = any(patients);
      Map<DocumentId, Long> shown = new HashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        shown.put(any(documents), (long) random.nextInt(4));
      }
      AccessGround ground =
          new AccessGround(
              "con_" + random.nextInt(2),
              random.nextBoolean() ? "" : "grt_" + random.nextInt(3),
              random.nextBoolean() ? "" : "grp_1",
              "VIEW",
              random.nextInt(5) == 0 ? "bgl_1" : "");
      if (random.nextInt(3) == 0) {
        changedUnder.add(origin.facilityId());
        changes(origin, patient, ground);
        return;
      }
      seenUnder.add(origin.facilityId());
      Object event =
          switch (random.nextInt(10)) {
            case 0, 1 ->
                told(
                    new RecordViewed(patient, "GetTimeline", shown, "", ground),
                    "GetTimeline",
                    patient.value(),
                    "ALLOWED",
                    shown);
            case 2 ->
                told(
                    new RecordViewed(
                        patient, "FindFile", shown, AttachmentId.next().value(), ground),
                    "FindFile",
                    patient.value(),
                    "ALLOWED",
                    shown);
            case 3 ->
                told(
                    new RecordPrinted(
                        patient,
                        "PrintArticle",
                        shown,
                        "VISIT",
                        Personal.of(Subject.of(patient), "訪問のため"),
                        ground),
                    "PrintArticle",
                    patient.value(),
                    "ALLOWED",
                    shown);
            case 4 ->
                told(
                    new AccessDenied(patient.value(), "FindPatient", "NO_MEMBERSHIP"),
                    "FindPatient",
                    patient.value(),
                    "NO_MEMBERSHIP",
                    Map.of());
            case 5 ->
                told(
                    new ListSearched("ListPatients", Set.of("TEXT"), "hash", random.nextInt(3)),
                    "ListPatients",
                    "",
                    "ALLOWED",
                    Map.of());
            case 6 ->
                told(
                    new PatientTakenOut(patient, "ListPatientsToTakeOut", "VISIT", "CSV", 2),
                    "ListPatientsToTakeOut",
                    patient.value(),
                    "ALLOWED",
                    Map.of());
            case 7 ->
                told(
                    new AuditReplayed(
                        "PATIENT",
                        patient.value(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        3,
                        "ListAccess",
                        ""),
                    "ListAccess",
                    patient.value(),
                    "ALLOWED",
                    Map.of());
            case 8 ->
                random.nextBoolean()
                    ? told(
                        new SignInSucceeded(new AccountId(account)),
                        "SignIn",
                        "",
                        "ALLOWED",
                        Map.of())
                    : told(
                        new SignInFailed(account, "WRONG_PASSWORD"),
                        "SignIn",
                        "",
                        "WRONG_PASSWORD",
                        Map.of());
            default ->
                told(
                    new SessionClosed(new AccountId(account), "SIGN_OUT", 60),
                    "SignOut",
                    "",
                    "ALLOWED",
                    Map.of());
          };
      application.bean(AccessHistory.class).append(event, origin);
    }

    /** Under which facility each step was done; a step itself names it only to people. */
    void worn(List<AccessStep> steps) {
      Iterator<String> looked = seenUnder.iterator();
      Iterator<String> wrote = changedUnder.iterator();
      for (AccessStep step : steps) {
        facilityOf.put(step.eventId(), (step.kind().change() ? wrote : looked).next());
      }
    }

    /** Beside commands, which would not let these people do anything. */
    private void changes(Origin origin, PatientId patient, AccessGround ground) {
      DocumentId document = any(documents);
      GroupId group = GroupId.next();
      Object event =
          switch (random.nextInt(4)) {
            case 0 -> new DocumentRestored(document, patient);
            case 1 -> new UnsentFilesPurged(document, patient, List.of());
            case 2 -> new FormSubmittedForApproval(document, patient, 3);
            default ->
                new GroupCreated(
                    group,
                    new FacilityId(origin.facilityId()),
                    new AccountId(origin.accountId()),
                    "日中",
                    Set.of());
          };
      boolean grouped = event instanceof GroupCreated;
      changed.add(
          event.getClass().getSimpleName()
              + (grouped ? group : patient)
              + "ALLOWED"
              + inOrder(
                  grouped
                      ? Map.of()
                      : Map.of(document, event instanceof FormSubmittedForApproval ? 3L : 0L)));
      String aggregate = grouped ? group.value() : Ids.next("tst");
      MetaData metaData = MetaData.from(origin.toMetadata());
      application
          .bean(EventStore.class)
          .publish(
              new GenericDomainEventMessage<>(
                  "Test",
                  aggregate,
                  0,
                  event,
                  grouped ? metaData : metaData.mergedWith(ground.toMetadata())));
    }

    private Object told(
        Object event, String action, String patient, String result, Map<DocumentId, Long> shown) {
      seen.add(action + patient + result + inOrder(shown));
      return event;
    }

    /** Always about somebody here: other tests write into the same history. */
    AccessFilter filter(Instant begin, Instant end, List<AccessStep> all) {
      Instant from = random.nextBoolean() ? begin : any(all).at();
      Instant to = random.nextBoolean() ? end : any(all).at().plusMillis(random.nextInt(2));
      AccessFilter filter =
          new AccessFilter(
              "",
              "",
              "",
              "",
              maybe(List.of(AccessKind.values())),
              random.nextInt(4) == 0
                  ? any(List.of("GetTimeline", "SignIn", "FindFile", "DocumentRestored"))
                  : "",
              any(List.of(AccessResult.values())),
              random.nextInt(3) == 0
                  ? any(List.of(AccessMark.REFUSED, AccessMark.BREAK_GLASS))
                  : null,
              from,
              to);
      filter =
          switch (random.nextInt(3)) {
            case 0 -> filter.about(AuditScope.PATIENT, any(patients).value());
            case 1 -> filter.about(AuditScope.ACCOUNT, any(accounts));
            default -> filter.about(AuditScope.DOCUMENT, any(documents).value());
          };
      if (random.nextInt(4) == 0) {
        filter = filter.about(AuditScope.ACCOUNT, any(accounts));
      }
      return random.nextInt(4) == 0 ? filter.about(AuditScope.FACILITY, any(facilities)) : filter;
    }

    private <T> @Nullable T maybe(List<T> of) {
      return random.nextInt(3) == 0 ? any(of) : null;
    }

    /** The filter as one would say it, over the whole history in memory. */
    boolean fits(AccessStep step, AccessFilter filter) {
      return (filter.patientId().isEmpty() || step.patientId().equals(filter.patientId()))
          && (filter.accountId().isEmpty() || step.accountId().equals(filter.accountId()))
          && (filter.facilityId().isEmpty()
              || filter.facilityId().equals(facilityOf.get(step.eventId())))
          && (filter.documentId().isEmpty()
              || step.documents().containsKey(new DocumentId(filter.documentId())))
          && (filter.kind() == null || step.kind() == filter.kind())
          && (filter.action().isEmpty() || step.action().equals(filter.action()))
          && switch (filter.result()) {
            case ANY -> true;
            case ALLOWED -> step.result().equals("ALLOWED");
            case REFUSED -> !step.result().equals("ALLOWED");
          }
          && (filter.mark() == null || step.marks().contains(filter.mark()))
          && !step.at().isBefore(filter.from())
          && step.at().isBefore(filter.to());
    }
  }
}
