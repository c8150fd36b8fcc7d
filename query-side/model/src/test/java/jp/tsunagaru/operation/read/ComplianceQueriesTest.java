package jp.tsunagaru.operation.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.event.AttachmentRejected;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.read.Attestations;
import jp.tsunagaru.audit.read.ReviewPeriods;
import jp.tsunagaru.axon.proof.Proofs;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.DomainHistory;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.ControlEvidence.Row;
import jp.tsunagaru.operation.query.ControlEvidence.Table;
import jp.tsunagaru.operation.query.GetControlEvidence;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A light, and the records that make it red, amber or green. */
class ComplianceQueriesTest {
  private static final Instant FROM = Instant.parse("2026-10-31T15:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-30T15:00:00Z");

  private final ReadSide side = new ReadSide();
  private final StoredAccesses accesses = new StoredAccesses();
  private final List<EventMessage<?>> changes = new ArrayList<>();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private Origin nurse;
  private Origin doctor;
  private int position;

  @BeforeEach
  void the_board() {
    side.jdbc.sql("truncate store.backup_run").update();
    context.registerBean(JdbcClient.class, () -> side.jdbc);
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.registerBean(AccessHistory.class, () -> accesses);
    context.registerBean(DomainHistory.class, () -> this::changesAt);
    context.registerBean(Proofs.class, NoProofs::new);
    context.registerBean(RightsInUse.class, () -> facility -> List.of());
    context.register(
        ReviewPeriods.class,
        Attestations.class,
        RecordedAccesses.class,
        ControlRecords.class,
        ComplianceQueries.class);
    context.refresh();
    nurse = side.person("春日", "光", Profession.NURSE);
    doctor = side.person("夏目", "涼", Profession.PHYSICIAN);
  }

  @AfterEach
  void close() {
    context.close();
    side.close();
  }

  @Test
  void an_approved_form_that_nobody_approved_is_red_and_stands_first() {
    form("2026-11-02T01:00:00Z", doctor.accountId());
    form("2026-11-03T01:00:00Z", doctor.accountId());
    ControlEvidence good = evidence("C-14");
    assertThat(good.control().light()).isEqualTo(Light.GREEN);
    Table table = good.tables().getFirst();
    assertThat(List.of(table.total(), table.bad())).containsExactly(2L, 0L);
    assertThat(table.rows())
        .extracting(row -> row.values().subList(0, 4))
        .containsExactly(
            List.of(
                "2026-11-03T01:00:00Z",
                "VISIT_NURSING_ORDER",
                nurse.accountId(),
                doctor.accountId()),
            List.of(
                "2026-11-02T01:00:00Z",
                "VISIT_NURSING_ORDER",
                nurse.accountId(),
                doctor.accountId()));
    assertThat(Objects.requireNonNull(good.people().get(doctor.accountId())).profession())
        .isEqualTo("PHYSICIAN");
    assertThat(good.facilities()).containsEntry(side.facility.value(), "訪問看護ステーションひかり");

    String wrong = form("2026-11-01T01:00:00Z", "");
    ControlEvidence bad = evidence("C-14");
    assertThat(bad.control().light()).isEqualTo(Light.RED);
    assertThat(bad.control().figures().getFirst()).isEqualTo(1);
    Row first = bad.tables().getFirst().rows().getFirst();
    assertThat(first.bad()).isTrue();
    assertThat(first.values()).endsWith("", wrong);
    assertThat(bad.tables().getFirst().bad()).isEqualTo(1);
  }

  @Test
  void a_long_list_is_counted_whole_and_shown_in_part() {
    IntStream.range(0, 130).forEach(i -> form("2026-11-02T01:00:00Z", doctor.accountId()));
    Table table = evidence("C-14").tables().getFirst();
    assertThat(table.total()).isEqualTo(130);
    assertThat(table.rows()).hasSize(100);
  }

  @Test
  void the_council_learns_how_many_and_never_who() {
    form("2026-11-02T01:00:00Z", "");
    ControlEvidence told = evidence("C-14", Role.COUNCIL);
    assertThat(told.control().light()).isEqualTo(Light.RED);
    Table table = told.tables().getFirst();
    assertThat(table.withheld()).isTrue();
    assertThat(table.rows()).isEmpty();
    assertThat(List.of(table.total(), table.bad())).containsExactly(1L, 1L);
    assertThat(told.people()).isEmpty();
    assertThat(told.facilities()).isEmpty();
    assertThat(told.results()).isZero();

    backup(NOW.minus(Duration.ofHours(3)));
    assertThat(evidence("C-23", Role.COUNCIL).tables().getFirst().rows()).hasSize(1);
  }

  @Test
  void a_backup_is_green_for_26_hours_and_the_last_one_is_what_is_late() {
    assertThat(evidence("C-23").control().light()).isEqualTo(Light.AMBER);
    assertThat(evidence("C-23").tables().getFirst().total()).isZero();

    backup(NOW.minus(Duration.ofHours(60)));
    backup(NOW.minus(Duration.ofHours(27)));
    ControlEvidence late = evidence("C-23");
    assertThat(late.control().light()).isEqualTo(Light.RED);
    assertThat(late.tables().getFirst().rows()).extracting(Row::bad).containsExactly(true, false);
    assertThat(late.tables().getFirst().rows().getFirst().values().getFirst())
        .isEqualTo(NOW.minus(Duration.ofHours(27)).toString());

    backup(NOW.minus(Duration.ofHours(25)));
    ControlEvidence fresh = evidence("C-23");
    assertThat(fresh.control().light()).isEqualTo(Light.GREEN);
    assertThat(fresh.tables().getFirst().rows())
        .extracting(Row::bad)
        .containsExactly(false, false, false);
  }

  @Test
  void a_list_taken_out_without_a_purpose_is_red_whatever_the_table_says() {
    assertThat(evidence("C-39").control().light()).isEqualTo(Light.AMBER);

    takenOut("ListPatientsToTakeOut", "TAKE_OUT", FROM.plusSeconds(60), list("VISIT"));
    takenOut("ListPatientsToTakeOut", "TAKE_OUT", FROM.minusSeconds(60), list(""));
    ControlEvidence good = evidence("C-39");
    assertThat(good.control().light()).isEqualTo(Light.GREEN);
    assertThat(good.control().figures()).containsExactly(0L, 1L, 1L);
    assertThat(good.tables().getFirst().rows().getFirst().values())
        .containsExactly(FROM.plusSeconds(60).toString(), nurse.accountId(), "VISIT", "CSV", "12");

    takenOut("ListPatientsToTakeOut", "TAKE_OUT", FROM.plusSeconds(30), list(" "));
    ControlEvidence bad = evidence("C-39");
    assertThat(bad.control().light()).isEqualTo(Light.RED);
    assertThat(bad.tables().getFirst().rows()).extracting(Row::bad).containsExactly(true, false);
    assertThat(bad.tables().getFirst().rows().getFirst().values()).contains("NONE");
  }

  @Test
  void logs_taken_out_are_judged_by_the_events_and_one_that_is_gone_is_red() {
    assertThat(evidence("C-12").control().light()).isEqualTo(Light.AMBER);

    takenOut("ListAccessToTakeOut", "AUDIT", FROM.plusSeconds(60), logs("INSPECTION"));
    assertThat(evidence("C-12").control().light()).isEqualTo(Light.GREEN);

    takenOut("ListAccessToTakeOut", "AUDIT", FROM.plusSeconds(90), logs(""));
    ControlEvidence bad = evidence("C-12");
    assertThat(bad.control().light()).isEqualTo(Light.RED);
    assertThat(bad.control().figures().getFirst()).isEqualTo(1);
    assertThat(bad.tables().getFirst().bad()).isEqualTo(1);

    accesses.stored.clear();
    assertThat(evidence("C-12").control().light()).isEqualTo(Light.RED);
    assertThat(evidence("C-12").control().figures().getFirst()).isEqualTo(2);
  }

  @Test
  void no_more_than_the_newest_five_hundred_are_looked_into() {
    takenOut("ListPatientsToTakeOut", "TAKE_OUT", FROM.plusSeconds(1), list(""));
    IntStream.range(0, 500)
        .forEach(i ->
            takenOut("ListPatientsToTakeOut", "TAKE_OUT", FROM.plusSeconds(10 + i), list("VISIT")));
    ControlEvidence told = evidence("C-39");
    assertThat(told.control().light()).isEqualTo(Light.GREEN);
    assertThat(told.control().figures()).containsExactly(0L, 500L, 501L);
  }

  @Test
  void refused_files_are_told_by_their_reason() {
    refused("FILE_EXECUTABLE");
    refused("FILE_VIRUS");
    refused("FILE_EXECUTABLE");
    assertThat(evidence("C-20").tables().get(1).rows())
        .extracting(Row::values)
        .containsExactly(List.of("FILE_EXECUTABLE", "2"), List.of("FILE_VIRUS", "1"));
    ControlEvidence scanning = evidence("C-21");
    assertThat(scanning.control().light()).isEqualTo(Light.RED);
    assertThat(scanning.tables().getFirst().rows())
        .extracting(Row::values)
        .containsExactly(List.of("RECEIVED", "0"), List.of("REFUSED", "3"), List.of("VIRUS", "1"));
  }

  @Test
  void columns_of_moments_are_told_by_type_and_one_without_a_zone_by_name() {
    assertThat(evidence("C-40").control().light()).isEqualTo(Light.GREEN);
    assertThat(evidence("C-40").tables().getFirst().rows()).isNotEmpty();
    side.jdbc.sql("create table view.zoneless (at timestamp)").update();
    try {
      ControlEvidence bad = evidence("C-40");
      assertThat(bad.control().light()).isEqualTo(Light.RED);
      assertThat(bad.tables().getFirst().rows().getFirst().values()).contains("zoneless.at");
    } finally {
      side.jdbc.sql("drop table view.zoneless").update();
    }
  }

  @Test
  void what_no_software_measures_has_no_evidence() {
    assertThatThrownBy(() -> evidence("C-18")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> evidence("C-99")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new GetControlEvidence("C-14' or", FROM, TO))
        .isInstanceOf(Refused.class);
  }

  private ControlEvidence evidence(String controlId) {
    return evidence(controlId, Role.CITY_AUDITOR);
  }

  private ControlEvidence evidence(String controlId, Role reader) {
    Origin origin =
        new Origin(
            Ids.next("acc"),
            FacilityId.CITY.value(),
            Set.of(reader.name()),
            "MUNICIPAL_OFFICER",
            "s",
            "127.0.0.1",
            "pwd");
    return context
        .getBean(ComplianceQueries.class)
        .handle(new GetControlEvidence(controlId, FROM, TO), MetaData.from(origin.toMetadata()));
  }

  private String form(String approvedAt, String approver) {
    String id = DocumentId.next().value();
    side.jdbc
        .sql(
            """
            insert into view.form
              (document_id, patient_id, kind, form_version, state, version, entered_by, facility_id,
               approved_by, changed_at, approved_at, sealed_begun, sealed_form, sealed_reason,
               owner_id, owner_facility_id)
            values (?, ?, 'VISIT_NURSING_ORDER', '2024', 'APPROVED', 1, ?, ?, ?, now(),
               cast(? as timestamptz), '', '', '', '', '')\
            """)
        .params(
            id,
            PatientId.next().value(),
            nurse.accountId(),
            side.facility.value(),
            approver,
            approvedAt)
        .update();
    return id;
  }

  private void backup(Instant began) {
    side.jdbc
        .sql("insert into store.backup_run values (?, 'BACKUP', ?, ?, 10, 2)")
        .params(
            began.toString(),
            began.atOffset(ZoneOffset.UTC),
            began.plusSeconds(9).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static PatientTakenOut list(String purpose) {
    return new PatientTakenOut(PatientId.next(), "ListPatientsToTakeOut", purpose, "CSV", 12);
  }

  private static AuditReplayed logs(String purpose) {
    return new AuditReplayed("", "", FROM, TO, 44, "ListAccessToTakeOut", purpose);
  }

  /** The row says that there was a purpose; the event may know better. */
  private void takenOut(String action, String kind, Instant at, AccessEvent event) {
    String id = Ids.next("evt");
    accesses.stored.add(new AccessHistory.StoredAccess(id, at, event, nurse));
    side.jdbc
        .sql(
            """
            insert into view.access_log
              (position, event_id, at, account_id, facility_id, patient_id, action, result, kind,
               purpose, results)
            values (?, ?, ?, ?, ?, '', ?, 'ALLOWED', ?, 'OTHER', 1)\
            """)
        .params(
            position++,
            id,
            at.atOffset(ZoneOffset.UTC),
            nurse.accountId(),
            nurse.facilityId(),
            action,
            kind)
        .update();
  }

  private void refused(String reason) {
    EventMessage<?> event =
        new GenericEventMessage<>(
            Ids.next("evt"),
            new AttachmentRejected(
                AttachmentId.next(), PatientId.next(), DocumentId.next(), reason, 9),
            nurse.toMetadata(),
            FROM.plusSeconds(5));
    changes.add(event);
    side.jdbc
        .sql(
            """
            insert into view.deed
              (position, event_id, at, account_id, facility_id, patient_id, aggregate_id, sequence,
               action, kind, profession, roles, session, address, factors, documents, attachment_id,
               object_id, consent_id, grant_id, group_id, right_used, break_glass_id, grounded)
            values (?, ?, ?, ?, ?, '', '', 0, 'AttachmentRejected', 'WRITE', '', '{}', '', '', '',
               '{}', '', '', '', '', '', '', '', false)\
            """)
        .params(
            position++,
            event.getIdentifier(),
            FROM.plusSeconds(5).atOffset(ZoneOffset.UTC),
            nurse.accountId(),
            nurse.facilityId())
        .update();
  }

  private List<? extends EventMessage<?>> changesAt(List<DomainHistory.Place> places) {
    List<String> ids = places.stream().map(DomainHistory.Place::eventId).toList();
    return changes.stream().filter(event -> ids.contains(event.getIdentifier())).toList();
  }

  /** Nothing is signed. */
  private static final class NoProofs implements Proofs {
    @Override
    public List<LogState> states() {
      return List.of();
    }

    @Override
    public Optional<Inclusion> ofAccess(String eventId) {
      return Optional.empty();
    }

    @Override
    public Optional<Inclusion> ofDomain(String eventId) {
      return Optional.empty();
    }

    @Override
    public Evidence evidence(Collection<String> eventIds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Stretch> between(Instant from, Instant to) {
      return List.of();
    }

    @Override
    public List<String> headLines() {
      return List.of();
    }
  }

  private static final class StoredAccesses implements AccessHistory {
    private final List<StoredAccess> stored = new ArrayList<>();

    @Override
    public void append(Object event, Origin origin) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredAccess> read(List<String> eventIds) {
      return stored.stream().filter(access -> eventIds.contains(access.eventId())).toList();
    }
  }
}
