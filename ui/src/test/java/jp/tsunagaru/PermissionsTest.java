package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every message of the contracts, sent by everybody in every situation to the real buses. {@code
 * permissions.txt} names who is admitted; what it does not name has to be refused, and a message
 * that it does not name fails. Handlers are not reached: behind the gate the message stops.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
  private static final String PROBE = "permissions-probe";

  private final RunningApplication application = RunningApplication.get();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final Instant now = application.bean(Clock.class).instant();
  private final Map<String, Set<String>> expected = new LinkedHashMap<>();
  private final Map<String, Situation> situations = new TreeMap<>();
  private final FacilityId facility = FacilityId.next();
  private final AtomicBoolean admitted = new AtomicBoolean();
  private final List<Registration> probes = new ArrayList<>();

  /** Somebody, and the patient, document and file that the message is about. */
  private record Situation(
      Origin origin, PatientId patientId, DocumentId documentId, AttachmentId attachmentId) {}

  private record Patient(PatientId id, DocumentId documentId, AttachmentId attachmentId) {}

  @BeforeAll
  void prepare() throws IOException {
    readTable();
    probes.add(
        application
            .bean(CommandBus.class)
            .registerHandlerInterceptor(
                (unit, chain) -> stop(unit.getMessage().getMetaData()) ? null : chain.proceed()));
    probes.add(
        application
            .bean(QueryBus.class)
            .registerHandlerInterceptor(
                (unit, chain) -> stop(unit.getMessage().getMetaData()) ? null : chain.proceed()));
    arrange();
  }

  @AfterAll
  void leave() {
    probes.forEach(Registration::cancel);
  }

  private boolean stop(MetaData metaData) {
    if (!metaData.containsKey(PROBE)) {
      return false;
    }
    admitted.set(true);
    // Refused in a way that the gate never uses: nothing is handled, nothing is recorded as shown.
    throw new Refused(RefusalCode.GROUP_STATE);
  }

  @Test
  void the_table_names_every_message_and_no_other() {
    assertThat(expected.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Contracts.messages().stream().map(Class::getSimpleName).toList());
  }

  @Test
  void the_table_speaks_of_every_situation_and_no_other() {
    assertThat(expected.get("SignIn")).containsExactlyInAnyOrderElementsOf(situations.keySet());
    assertThat(expected.values())
        .allSatisfy(who -> assertThat(situations.keySet()).containsAll(who));
  }

  @TestFactory
  Stream<DynamicTest> everybody_is_admitted_as_the_table_says() {
    return Contracts.messages().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type.getSimpleName(),
                () ->
                    assertThat(admittedTo(type))
                        .as("who may send %s", type.getSimpleName())
                        .isEqualTo(expected.getOrDefault(type.getSimpleName(), Set.of()))));
  }

  @TestFactory
  Stream<DynamicTest> nobody_touches_the_account_of_another() {
    return Contracts.messages().stream()
        .filter(OwnAccount.class::isAssignableFrom)
        .map(type ->
            DynamicTest.dynamicTest(
                type.getSimpleName(),
                () ->
                    situations.forEach((name, situation) -> {
                      Specimens specimens = specimens(situation);
                      specimens.about(AccountId.next());
                      assertThat(admits(situation.origin(), specimens.of(type))).as(name).isFalse();
                    })));
  }

  /** PT-12: the refusal of a patient is the same whether there is one or not. */
  @TestFactory
  Stream<DynamicTest> a_hidden_patient_and_none_are_refused_alike() {
    Situation foreign = Objects.requireNonNull(situations.get("foreign"));
    return Contracts.messages().stream()
        .filter(PatientScoped.class::isAssignableFrom)
        .map(type ->
            DynamicTest.dynamicTest(
                type.getSimpleName(),
                () -> {
                  Object hidden = specimens(foreign).of(type);
                  Object missing =
                      specimens(
                              new Situation(
                                  foreign.origin(),
                                  PatientId.next(),
                                  DocumentId.next(),
                                  AttachmentId.next()))
                          .of(type);
                  assertThat(refusal(foreign.origin(), hidden))
                      .isEqualTo(refusal(foreign.origin(), missing))
                      .isEqualTo("NOT_FOUND {}");
                }));
  }

  private Set<String> admittedTo(Class<?> type) {
    Set<String> names = new TreeSet<>();
    situations.forEach((name, situation) -> {
      if (admits(situation.origin(), specimens(situation).of(type))) {
        names.add(name);
      }
    });
    return names;
  }

  private Specimens specimens(Situation situation) {
    Specimens specimens = new Specimens(situation.patientId());
    specimens.about(situation.documentId());
    specimens.about(situation.attachmentId());
    specimens.about(facility);
    String account = situation.origin().accountId();
    specimens.about(account.startsWith("acc_") ? new AccountId(account) : AccountId.next());
    return specimens;
  }

  private boolean admits(Origin origin, Object message) {
    refusal(origin, message);
    return admitted.get();
  }

  /** What the sender learns, code and parameters. */
  private String refusal(Origin origin, Object message) {
    admitted.set(false);
    Map<String, Object> metaData = new HashMap<>(origin.toMetadata());
    metaData.put(PROBE, true);
    Throwable failure = send(message, MetaData.from(metaData));
    assertThat(failure).as("%s is stopped", message.getClass().getSimpleName()).isNotNull();
    Throwable cause = Objects.requireNonNull(failure);
    while (!(cause instanceof Refused) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(Refused.class);
    Refused refused = (Refused) cause;
    return refused.code() + " " + refused.parameters();
  }

  private @Nullable Throwable send(Object message, MetaData metaData) {
    if (message.getClass().getPackageName().endsWith(".command")) {
      Throwable[] failure = new Throwable[1];
      application
          .bean(CommandBus.class)
          .dispatch(
              GenericCommandMessage.asCommandMessage(message).withMetaData(metaData),
              (sent, result) -> failure[0] = result.optionalExceptionResult().orElse(null));
      return failure[0];
    }
    return application
        .bean(QueryBus.class)
        .query(
            new GenericQueryMessage<>(message, ResponseTypes.instanceOf(Object.class))
                .withMetaData(metaData))
        .handle((answer, thrown) ->
            thrown != null ? thrown : answer.optionalExceptionResult().orElse(null))
        .join();
  }

  // ---- the table

  private void readTable() throws IOException {
    Map<String, Set<String>> sets = new HashMap<>();
    try (var file = getClass().getResourceAsStream("/permissions.txt")) {
      for (String line :
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .split("\n")) {
        List<String> words =
            Arrays.stream(line.replaceFirst("#.*", "").trim().split("[\\s=]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
          continue;
        }
        Set<String> who =
            words.stream()
                .skip(1)
                .flatMap(word ->
                    word.startsWith("@")
                        ? Objects.requireNonNull(sets.get(word), word).stream()
                        : Stream.of(word))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> before =
            words.getFirst().startsWith("@")
                ? sets.put(words.getFirst(), who)
                : expected.put(words.getFirst(), who);
        assertThat(before).as("%s is named once", words.getFirst()).isNull();
      }
    }
  }

  // ---- the people, in the tables that the gate decides on

  private void arrange() {
    Patient shared = patient("SHARED", AccountId.next());
    Patient stopped = patient("STOPPED", AccountId.next());
    situations.put("visitor", about(Origin.visitor("192.0.2.1"), shared));
    situations.put("system", about(Origin.system(), shared));

    assigned("member", shared, facility, Right.values());
    assigned("reader", shared, FacilityId.next(), Right.VIEW);
    retained("ended", patient("ENDED", AccountId.next()));
    retained("withdrawn", patient("WITHDRAWN", AccountId.next()));
    Patient hidden = patient("WITHDRAWN", AccountId.next());
    Origin named = person(FacilityId.next(), Role.CARE_USER);
    situations.put("unlocked", about(named, hidden));
    jdbc.sql(
            """
            insert into guard.lawful_opening
              (opening_id, patient_id, account_id, opened_at, until)
            values (?, ?, ?, ?, ?)\
            """)
        .params(
            LawfulOpeningId.next().value(),
            hidden.id().value(),
            named.accountId(),
            now.atOffset(ZoneOffset.UTC),
            now.plusSeconds(36_000).atOffset(ZoneOffset.UTC))
        .update();
    assigned("stopped", stopped, FacilityId.next(), Right.values());
    end(assigned("former", shared, FacilityId.next(), Right.values()));
    jdbc.sql("update guard.membership set valid_to = ? where grant_id = ?")
        .param(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2))
        .param(assigned("expired", shared, FacilityId.next(), Right.values()))
        .update();
    throughGroup("group", shared, false);
    throughGroup("dissolved", shared, true);
    situations.put("foreign", about(person(FacilityId.next(), Role.CARE_USER), shared));
    situations.put("colleague", about(person(facility, Role.CARE_USER), shared));

    Origin registrar = person(FacilityId.next(), Role.CARE_USER);
    Patient provisional = patient("PROVISIONAL", new AccountId(registrar.accountId()));
    situations.put("registrar", about(registrar, provisional));
    assigned("waiting", provisional, FacilityId.next(), Right.values());

    Origin rescuer = person(FacilityId.next(), Role.CARE_USER);
    situations.put("emergency", about(rescuer, shared));
    jdbc.sql(
            """
            insert into guard.break_glass
              (break_glass_id, patient_id, account_id, opened_at, until)
            values (?, ?, ?, ?, ?)\
            """)
        .params(
            BreakGlassId.next().value(),
            shared.id().value(),
            rescuer.accountId(),
            now.atOffset(ZoneOffset.UTC),
            now.plusSeconds(36_000).atOffset(ZoneOffset.UTC))
        .update();

    assigned("unpledged", shared, facility, Right.values());
    jdbc.sql("update guard.account set must_pledge = true where account_id = ?")
        .param(account("unpledged"))
        .update();
    assigned("suspended", shared, facility, Right.values());
    jdbc.sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(account("suspended"))
        .update();
    assigned("signedOut", shared, facility, Right.values());
    jdbc.sql("update guard.session set ended_at = now() where account_id = ?")
        .param(account("signedOut"))
        .update();

    situations.put("admin", about(person(facility, Role.FACILITY_ADMIN), shared));
    situations.put("otherAdmin", about(person(FacilityId.next(), Role.FACILITY_ADMIN), shared));
    Map.of(
            "operator", Role.CITY_OPERATOR,
            "auditor", Role.CITY_AUDITOR,
            "ops", Role.CONTRACTOR_OPS,
            "helpdesk", Role.CONTRACTOR_HELPDESK,
            "council", Role.COUNCIL)
        .forEach(
            (name, role) -> situations.put(name, about(person(FacilityId.CITY, role), shared)));
    // An office does not get in by being put into a team either.
    situations.forEach((name, situation) -> {
      if (Set.of("admin", "operator", "auditor", "ops", "helpdesk", "council").contains(name)) {
        membership(shared, situation.origin().accountId(), null, Right.values());
      }
    });
  }

  private String account(String name) {
    return Objects.requireNonNull(situations.get(name)).origin().accountId();
  }

  private static Situation about(Origin origin, Patient patient) {
    return new Situation(origin, patient.id(), patient.documentId(), patient.attachmentId());
  }

  private String assigned(String name, Patient patient, FacilityId at, Right... rights) {
    Origin person = person(at, Role.CARE_USER);
    situations.put(name, about(person, patient));
    return membership(patient, person.accountId(), null, rights);
  }

  /** In the team of the day use ended, which a membership of today would not widen. */
  private void retained(String name, Patient patient) {
    String grantId = assigned(name, patient, FacilityId.next(), Right.values());
    jdbc.sql(
            """
            insert into guard.retained (patient_id, account_id, grant_id, rights)
            values (?, ?, ?, ?)\
            """)
        .param(patient.id().value())
        .param(account(name))
        .param(grantId)
        .param(Arrays.stream(Right.values()).map(Enum::name).toArray(String[]::new))
        .update();
  }

  private void throughGroup(String name, Patient patient, boolean dissolved) {
    Origin person = person(FacilityId.next(), Role.CARE_USER);
    String groupId = GroupId.next().value();
    jdbc.sql(
            """
            insert into guard.care_group (group_id, facility_id, owner_id, name, dissolved)
            values (?, ?, ?, 'A', ?)\
            """)
        .params(groupId, person.facilityId(), person.accountId(), dissolved)
        .update();
    jdbc.sql("insert into guard.group_member (group_id, account_id) values (?, ?)")
        .params(groupId, person.accountId())
        .update();
    situations.put(name, about(person, patient));
    membership(patient, null, groupId, Right.values());
  }

  private String membership(
      Patient patient, @Nullable String accountId, @Nullable String groupId, Right... rights) {
    String grantId = GrantId.next().value();
    jdbc.sql(
            """
            insert into guard.membership
              (grant_id, patient_id, account_id, group_id, team_role, rights)
            values (?, ?, ?, ?, 'OTHER', ?)\
            """)
        .param(grantId)
        .param(patient.id().value())
        .param(accountId)
        .param(groupId)
        .param(Arrays.stream(rights).map(Enum::name).toArray(String[]::new))
        .update();
    return grantId;
  }

  private void end(String grantId) {
    jdbc.sql("update guard.membership set ended_at = now() where grant_id = ?")
        .param(grantId)
        .update();
  }

  private Origin person(FacilityId at, Role role) {
    String accountId = AccountId.next().value();
    String session = Ids.next("ses");
    jdbc.sql(
            """
            insert into guard.account
              (account_id, facility_id, login_id, roles, profession, state,
               must_change_password, must_pledge, sealed_name)
            values (?, ?, ?, ?, 'NURSE', 'ACTIVE', false, false, '')\
            """)
        .params(accountId, at.value(), accountId, new String[] {role.name()})
        .update();
    jdbc.sql(
            """
            insert into guard.session (session, account_id, started_at, address)
            values (?, ?, now(), '192.0.2.7')\
            """)
        .params(session, accountId)
        .update();
    return new Origin(
        accountId, at.value(), Set.of(role.name()), "NURSE", session, "192.0.2.7", "pwd");
  }

  private Patient patient(String sharing, AccountId registrar) {
    Patient patient = new Patient(PatientId.next(), DocumentId.next(), AttachmentId.next());
    jdbc.sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            values (?, ?, ?, ?)\
            """)
        .param(patient.id().value())
        .param(sharing)
        .param(registrar.value())
        .param(sharing.equals("PROVISIONAL") ? null : ConsentId.of(patient.id()).value())
        .update();
    if (Set.of("ENDED", "WITHDRAWN").contains(sharing)) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      jdbc.sql("update guard.patient set ended_on = ?, retained_until = ? where patient_id = ?")
          .params(today, today.plusYears(5), patient.id().value())
          .update();
    }
    jdbc.sql(
            """
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, scope)
            values (?, ?, ?, ?, 'NURSE', 'CONFIRMED', 1, 'TEAM')\
            """)
        .params(
            patient.documentId().value(), patient.id().value(), registrar.value(), facility.value())
        .update();
    jdbc.sql(
            """
            insert into guard.attachment
              (attachment_id, document_id, patient_id, uploader_id, kind, address)
            values (?, ?, ?, ?, 'JPEG', '0')\
            """)
        .params(
            patient.attachmentId().value(),
            patient.documentId().value(),
            patient.id().value(),
            registrar.value())
        .update();
    return patient;
  }
}
