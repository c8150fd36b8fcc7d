package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.command.AssessBreach;
import jp.tsunagaru.incident.command.InstructReporter;
import jp.tsunagaru.incident.command.ReceiveIncident;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.incident.command.ReportIncidentToCity;
import jp.tsunagaru.incident.query.GetIncident;
import jp.tsunagaru.incident.query.IncidentDetail;
import jp.tsunagaru.incident.query.IncidentList;
import jp.tsunagaru.incident.query.IncidentStep;
import jp.tsunagaru.incident.query.Leg;
import jp.tsunagaru.incident.query.LegState;
import jp.tsunagaru.incident.query.ListIncidents;
import jp.tsunagaru.incident.query.StepKind;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each side reads its own of an incident, late legs are late, and the board measures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentRightsTest {
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final RunningApplication application = RunningApplication.get();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final IncidentId id = IncidentId.next();
  private Preparation.Worker nurse;
  private Preparation.Worker stranger;
  private Preparation.Worker administrator;
  private Preparation.Worker contractor;
  private Preparation.Worker operator;
  private Preparation.Worker council;
  private PatientId patient;

  @BeforeAll
  void an_incident_that_the_city_knows() {
    administrator =
        preparation.facility(
            preparation.city(), "側訪問看護", Affiliation.MEDICAL_ASSOCIATION, "gawa-admin");
    nurse = worker(administrator, "gawa-kango", Role.CARE_USER);
    Preparation.Worker other =
        preparation.facility(
            preparation.city(), "別側医院", Affiliation.MEDICAL_ASSOCIATION, "betsugawa-admin");
    stranger = worker(other, "betsugawa-kango", Role.CARE_USER);
    contractor = worker(preparation.city(), "gawa-keiyaku", Role.CONTRACTOR_OPS);
    operator = worker(preparation.city(), "gawa-shi", Role.CITY_OPERATOR);
    council = worker(preparation.city(), "gawa-kyogi", Role.COUNCIL);
    patient =
        preparation.patient(nurse, Preparation.person("側面", "みる", "そくめん", "みる", "0568-00-7201"));
    preparation.send(nurse.origin(), report(id, patient));
    preparation.send(contractor.origin(), new ReceiveIncident(id));
    preparation.send(contractor.origin(), new InstructReporter(id, "端末に触らないこと"));
    preparation.send(contractor.origin(), new ReportIncidentToCity(id, "範囲は一人"));
    preparation.send(
        operator.origin(),
        new AssessBreach(
            id, Instant.now().minusSeconds(5), Set.of(BreachReason.SENSITIVE), false, 1));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> kinds(operator).contains(StepKind.BREACH_ASSESSED));
  }

  private Preparation.Worker worker(Preparation.Worker by, String login, Role... roles) {
    return preparation.worker(
        by, login, new PersonName("側", login.substring(0, 2), "がわ", "がわ"), Profession.NURSE, roles);
  }

  private static ReportIncident report(IncidentId id, PatientId patient) {
    return new ReportIncident(
        id,
        IncidentKind.MISDIRECTED,
        Instant.now().minusSeconds(60),
        null,
        List.of(new AffectedRecord(patient, null)),
        new IncidentContent("別の人に送った", "", "", "patients"));
  }

  @Test
  void nobody_names_a_patient_in_a_report_who_is_not_his_or_hers() {
    for (PatientId hidden : List.of(patient, PatientId.next())) {
      assertThatThrownBy(
              () -> preparation.send(stranger.origin(), report(IncidentId.next(), hidden)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void each_side_reads_what_is_its_own() {
    assertThat(texts(nurse)).contains("端末に触らないこと").doesNotContain("範囲は一人");
    assertThat(kinds(nurse))
        .contains(StepKind.REPORTED_TO_CITY)
        .doesNotContain(StepKind.BREACH_ASSESSED);
    assertThat(texts(administrator)).isEqualTo(texts(nurse));
    assertThat(texts(contractor)).contains("端末に触らないこと", "範囲は一人");
    assertThat(kinds(contractor)).doesNotContain(StepKind.BREACH_ASSESSED);
    for (Preparation.Worker nameless : List.of(nurse, administrator, contractor)) {
      IncidentDetail seen = detail(nameless);
      assertThat(seen.affected()).singleElement().extracting("patient").isEqualTo("");
      assertThat(seen.breach()).isNull();
      assertThat(seen.content().description()).isEqualTo("別の人に送った");
    }
    assertThat(detail(operator).affected())
        .singleElement()
        .extracting("patient")
        .isEqualTo("側面 みる");
    assertThat(detail(operator).breach()).isNotNull();
    for (Preparation.Worker nobody : List.of(stranger, council)) {
      assertThat(ask(nobody.origin(), new ListIncidents(), IncidentList.class).rows())
          .noneMatch(row -> row.incidentId().equals(id));
      assertThatThrownBy(() -> detail(nobody)).hasMessageContaining("NOT_FOUND");
    }
  }

  @Test
  void every_look_is_in_the_access_history() {
    detail(contractor);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql(
                        "select count(*) from view.access_log where account_id = ? and action ="
                            + " 'GetIncident'")
                    .param(contractor.accountId().value())
                    .query(Long.class)
                    .single()
                > 0);
  }

  @Test
  void a_leg_that_waits_too_long_is_late_and_turns_the_board_red() {
    IncidentId old = IncidentId.next();
    preparation.send(nurse.origin(), report(old, patient));
    await().atMost(Duration.ofSeconds(20)).until(() -> !legs(old).isEmpty());
    assertThat(legs(old)).noneMatch(LegState::overdue);
    assertThat(control("A-28").light()).isNotEqualTo(Light.RED);

    jdbc.sql(
            "update view.incident set reported_at = reported_at - interval '23 hours' where incident_id = ?")
        .param(old.value())
        .update();
    assertThat(legs(old))
        .filteredOn(LegState::overdue)
        .extracting(LegState::leg)
        .containsExactly(Leg.RECEIPT, Leg.INSTRUCTION);
    jdbc.sql(
            "update view.incident set reported_at = reported_at - interval '2 hours' where incident_id = ?")
        .param(old.value())
        .update();
    assertThat(legs(old))
        .filteredOn(LegState::overdue)
        .extracting(LegState::leg)
        .containsExactly(Leg.RECEIPT, Leg.INSTRUCTION, Leg.CITY_REPORT);
    assertThat(control("A-28").light()).isEqualTo(Light.RED);
    jdbc.sql("update view.incident set closed_at = now() where incident_id = ?")
        .param(old.value())
        .update();
    assertThat(control("A-28").light()).isEqualTo(Light.AMBER);
  }

  @Test
  void a_commission_report_that_is_too_late_turns_the_board_red() {
    assertThat(control("C-31").light()).isEqualTo(Light.AMBER);
    jdbc.sql("update view.incident set preliminary_to = preliminary_to - 30 where incident_id = ?")
        .param(id.value())
        .update();
    assertThat(control("C-31").light()).isEqualTo(Light.RED);
    jdbc.sql("update view.incident set preliminary_to = preliminary_to + 30 where incident_id = ?")
        .param(id.value())
        .update();
  }

  @Test
  void the_board_sees_a_late_review_and_a_shared_id() {
    String opening = BreakGlassId.next().value();
    Instant ended = Instant.now().minus(Duration.ofDays(4));
    jdbc.sql(
            """
            insert into view.break_glass
              (break_glass_id, patient_id, account_id, facility_id, reason, sealed_explanation,
               opened_at, ends_at)
            values (?, ?, ?, ?, 'OTHER', '', ?, ?)\
            """)
        .params(
            opening,
            patient.value(),
            nurse.accountId().value(),
            nurse.facilityId().value(),
            ended.atOffset(ZoneOffset.UTC),
            ended.atOffset(ZoneOffset.UTC))
        .update();
    assertThat(control("C-24").light()).isEqualTo(Light.RED);
    jdbc.sql("delete from view.break_glass where break_glass_id = ?").param(opening).update();
    assertThat(control("C-24").light()).isNotEqualTo(Light.RED);

    long shared = control("C-01").figures().getFirst();
    jdbc.sql(
            "insert into guard.session (session, account_id, started_at, address) values ('ses_elsewhere', ?, now(), '192.0.2.99')")
        .param(nurse.accountId().value())
        .update();
    assertThat(control("C-01").figures().getFirst()).isEqualTo(shared + 1);
    assertThat(control("C-01").light()).isEqualTo(Light.AMBER);
    jdbc.sql("delete from guard.session where session = 'ses_elsewhere'").update();
  }

  @Test
  void the_board_sees_late_requests_and_records_that_are_kept_too_long() {
    long late = control("A-16").figures().get(1);
    jdbc.sql(
            """
            insert into guard.deletion_request
              (request_id, patient_id, facility_id, scope, due_on, state)
            values ('late', ?, ?, 'EVERYTHING', current_date - 3, 'OPEN')\
            """)
        .params(patient.value(), nurse.facilityId().value())
        .update();
    assertThat(control("A-16").light()).isEqualTo(Light.RED);
    assertThat(control("A-16").figures().get(1)).isEqualTo(late + 1);
    jdbc.sql("delete from guard.deletion_request where request_id = 'late'").update();
    assertThat(control("A-16").figures().get(1)).isEqualTo(late);

    long kept = control("A-19").figures().getFirst();
    PatientId ended = PatientId.next();
    jdbc.sql(
            """
            insert into guard.patient
              (patient_id, sharing, registrar_id, consent_id, ended_on, retained_until)
            values (?, 'ENDED', ?, 'con', current_date - 2000, current_date - 3)\
            """)
        .params(ended.value(), nurse.accountId().value())
        .update();
    assertThat(control("A-19").light()).isEqualTo(Light.AMBER);
    assertThat(control("A-19").figures().getFirst()).isEqualTo(kept + 1);
    jdbc.sql("delete from guard.patient where patient_id = ?").param(ended.value()).update();
  }

  @Test
  void the_board_sees_what_a_restore_brought_back_and_a_key_that_outlived_its_erasure() {
    List<Long> before = control("C-27").figures();
    PatientId gone = PatientId.next();
    jdbc.sql("insert into keys.subject_key (subject_id, destroyed_at) values (?, now())")
        .param(gone.value())
        .update();
    jdbc.sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id, consent_id)
            values (?, 'SHARED', ?, 'con')\
            """)
        .params(gone.value(), nurse.accountId().value())
        .update();
    assertThat(control("C-27").light()).isEqualTo(Light.RED);
    assertThat(control("C-27").figures().get(1)).isEqualTo(before.get(1) + 1);
    jdbc.sql("update guard.patient set sharing = 'ERASED' where patient_id = ?")
        .param(gone.value())
        .update();
    assertThat(control("C-27").figures().subList(0, 2)).isEqualTo(before.subList(0, 2));
    jdbc.sql("update keys.subject_key set destroyed_at = null, wrapped = 'x' where subject_id = ?")
        .param(gone.value())
        .update();
    assertThat(control("C-27").light()).isEqualTo(Light.RED);
    assertThat(control("C-27").figures().getFirst()).isEqualTo(before.getFirst() + 1);
    jdbc.sql("delete from guard.patient where patient_id = ?").param(gone.value()).update();
    jdbc.sql("delete from keys.subject_key where subject_id = ?").param(gone.value()).update();
  }

  @Test
  void the_board_sees_when_the_last_backup_was() {
    jdbc.sql(
            """
            insert into store.backup_run (generation, kind, began_at, ended_at, rows, files)
            values ('old', 'BACKUP', now() - interval '27 hours', now(), 1, 0)\
            """)
        .update();
    boolean another =
        jdbc.sql("select exists (select 1 from store.backup_run where generation <> 'old')")
            .query(Boolean.class)
            .single();
    assertThat(control("C-23").light()).isEqualTo(another ? Light.GREEN : Light.RED);
    jdbc.sql("update store.backup_run set began_at = now() where generation = 'old'").update();
    assertThat(control("C-23").light()).isEqualTo(Light.GREEN);
    jdbc.sql("delete from store.backup_run where generation = 'old'").update();
  }

  private IncidentDetail detail(Preparation.Worker who) {
    return ask(who.origin(), new GetIncident(id), IncidentDetail.class);
  }

  private List<String> texts(Preparation.Worker who) {
    return detail(who).steps().stream()
        .map(IncidentStep::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private List<StepKind> kinds(Preparation.Worker who) {
    try {
      return detail(who).steps().stream().map(IncidentStep::kind).toList();
    } catch (RuntimeException notYet) {
      return List.of();
    }
  }

  private List<LegState> legs(IncidentId of) {
    return ask(nurse.origin(), new ListIncidents(), IncidentList.class).rows().stream()
        .filter(row -> row.incidentId().equals(of))
        .flatMap(row -> row.legs().stream())
        .toList();
  }

  private Control control(String number) {
    Instant now = Instant.now();
    return ask(
            operator.origin(),
            new GetCompliance(now.minus(Duration.ofDays(30)), now.plusSeconds(60)),
            Compliance.class)
        .controls()
        .stream()
        .filter(control -> control.id().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private <A> A ask(Origin origin, Object query, Class<A> type) {
    var answer =
        application
            .bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type))
                    .withMetaData(MetaData.from(origin.toMetadata())))
            .join();
    if (answer.isExceptional()) {
      throw (RuntimeException) answer.exceptionResult();
    }
    return Objects.requireNonNull(answer.getPayload());
  }
}
