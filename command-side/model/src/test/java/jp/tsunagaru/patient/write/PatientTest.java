package jp.tsunagaru.patient.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.write.CareTeam;
import jp.tsunagaru.careteam.write.NoLookup;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedValues;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.RecordExtendedInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.ExtendedInfoRecorded;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.refusal.NewestVersionOnly;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {
  /** 2026-04-01 01:00 in Japan, still March in UTC. */
  private static final Instant NOW = Instant.parse("2026-03-31T16:00:00Z");

  private final PatientId patientId = PatientId.next();
  private final GrantId grantId = GrantId.next();
  private final People.Person nurse = People.nurse();
  private final BasicInfo basicInfo = basicInfo(LocalDate.of(1928, 2, 29), "");
  private final RegisterPatient register =
      new RegisterPatient(patientId, basicInfo, grantId, TeamRole.VISITING_NURSE);
  private final EventStore teamEvents =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private FixtureConfiguration<Patient> fixture;

  @BeforeEach
  void setUp() {
    fixture =
        new AggregateTestFixture<>(Patient.class)
            .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
            .registerInjectableResource(new OneSchema())
            .registerRepositoryProvider(
                new RepositoryProvider() {
                  @Override
                  public <T> Repository<T> repositoryFor(Class<T> type) {
                    return teams(type);
                  }
                });
  }

  @Test
  void a_registration_keeps_the_patient_and_makes_the_registrar_the_first_member() {
    fixture
        .givenNoPriorActivity()
        .when(register, nurse.metaData())
        .expectSuccessfulHandlerExecution()
        .expectEvents(registered());
    assertThat(teamEvents.readEvents(CareTeamId.of(patientId).value()).asStream())
        .<Object>extracting(DomainEventMessage::getPayload)
        .containsExactly(firstMember());
  }

  @Test
  void a_registration_sent_again_counts_once() {
    fixture.given(registered()).when(register, nurse.metaData()).expectNoEvents();
  }

  @Test
  void an_id_in_use_by_somebody_else_is_not_found() {
    fixture
        .given(registered())
        .when(register, People.nurse().metaData())
        .expectException(refused(RefusalCode.NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void somebody_born_today_in_japan_can_be_registered() {
    BasicInfo newborn = basicInfo(LocalDate.of(2026, 4, 1), "");
    fixture
        .givenNoPriorActivity()
        .when(new RegisterPatient(patientId, newborn, grantId, TeamRole.OTHER), nurse.metaData())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_date_of_birth_after_today_is_refused() {
    BasicInfo unborn = basicInfo(LocalDate.of(2026, 4, 2), "");
    fixture
        .givenNoPriorActivity()
        .when(new RegisterPatient(patientId, unborn, grantId, TeamRole.OTHER), nurse.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE))
        .expectNoEvents();
  }

  @Test
  void a_correction_makes_the_next_version() {
    BasicInfo corrected = basicInfo(LocalDate.of(1928, 2, 29), "そば");
    fixture
        .given(registered())
        .when(new CorrectBasicInfo(patientId, 1, corrected), nurse.metaData())
        .expectEvents(new BasicInfoChanged(patientId, 2, personal(corrected)));
  }

  @Test
  void a_correction_of_an_older_version_is_a_conflict_that_names_the_newest() {
    fixture
        .given(registered(), new BasicInfoChanged(patientId, 2, personal(basicInfo)))
        .when(new CorrectBasicInfo(patientId, 1, basicInfo), nurse.metaData())
        .expectException(refused(RefusalCode.CONFLICT))
        .expectNoEvents();
    assertThat(
            catchThrowableOfType(Refused.class, () -> NewestVersionOnly.check(1, 2)).parameters())
        .containsEntry("version", "2");
  }

  @Test
  void some_fields_of_the_extended_information_are_written_and_the_others_stay() {
    ExtendedValues changes = values("adl", "A1");
    fixture
        .given(registered())
        .when(new RecordExtendedInfo(patientId, 0, "1", changes), nurse.metaData())
        .expectEvents(
            new ExtendedInfoRecorded(
                patientId, 1, "1", Personal.of(Subject.of(patientId), changes)));
  }

  @Test
  void a_field_is_emptied_by_no_value() {
    fixture
        .given(registered())
        .when(
            new RecordExtendedInfo(
                patientId, 0, "1", new ExtendedValues(Map.of("note", List.of(" ")))),
            nurse.metaData())
        .expectEvents(
            new ExtendedInfoRecorded(
                patientId,
                1,
                "1",
                Personal.of(Subject.of(patientId), new ExtendedValues(Map.of("note", List.of())))));
  }

  @ParameterizedTest
  @CsvSource({"unknown, x", "adl, Z9", "day, soon", "adl, A1|A2", "devices, oxygen|oxygen"})
  void what_the_schema_has_no_place_for_is_refused(String field, String given) {
    fixture
        .given(registered())
        .when(
            new RecordExtendedInfo(patientId, 0, "1", values(field, given.split("\\|"))),
            nurse.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID))
        .expectNoEvents();
  }

  @Test
  void whoever_saw_an_older_version_or_another_schema_overwrites_nothing() {
    fixture
        .given(
            registered(),
            new ExtendedInfoRecorded(
                patientId, 1, "1", Personal.of(Subject.of(patientId), values("adl", "A1"))))
        .when(new RecordExtendedInfo(patientId, 0, "1", values("adl", "A2")), nurse.metaData())
        .expectException(refused(RefusalCode.CONFLICT))
        .expectNoEvents();
    fixture
        .given(registered())
        .when(new RecordExtendedInfo(patientId, 0, "0", values("adl", "A2")), nurse.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void no_event_shows_the_patient_when_it_is_printed() {
    assertThat(registered().toString()).doesNotContain("山田");
  }

  private static ExtendedValues values(String field, String... values) {
    return new ExtendedValues(Map.of(field, List.of(values)));
  }

  private static final class OneSchema implements ExtendedSchemas {
    private static final ExtendedSchema SCHEMA =
        new ExtendedSchema(
            "1",
            LocalDate.of(2020, 1, 1),
            List.of(
                new Section(
                    "生活",
                    List.of(
                        new Field("note", Kind.LONG, "メモ", List.of()),
                        new Field("day", Kind.DATE, "日", List.of()),
                        new Field(
                            "adl",
                            Kind.CHOICE,
                            "自立度",
                            List.of(new Option("A1", "A1"), new Option("A2", "A2"))),
                        new Field(
                            "devices",
                            Kind.CHOICES,
                            "機器",
                            List.of(new Option("oxygen", "在宅酸素")))))));

    @Override
    public ExtendedSchema inForce() {
      return SCHEMA;
    }

    @Override
    public Optional<ExtendedSchema> planned() {
      return Optional.empty();
    }

    @Override
    public Optional<ExtendedSchema> version(String version) {
      return Optional.of(SCHEMA);
    }
  }

  private PatientRegistered registered() {
    return new PatientRegistered(patientId, nurse.id(), nurse.facility(), personal(basicInfo));
  }

  private MemberAssigned firstMember() {
    return new MemberAssigned(
        CareTeamId.of(patientId),
        patientId,
        grantId,
        nurse.id(),
        new MembershipTerms(TeamRole.VISITING_NURSE, EnumSet.allOf(Right.class), null, null));
  }

  private Personal<BasicInfo> personal(BasicInfo info) {
    return Personal.of(Subject.of(patientId), info);
  }

  private <T> Repository<T> teams(Class<T> type) {
    assertThat(type).isEqualTo(CareTeam.class);
    return EventSourcingRepository.builder(type)
        .eventStore(teamEvents)
        .parameterResolverFactory(
            MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(NoLookup.lookup()))))
        .build();
  }

  private static BasicInfo basicInfo(LocalDate birthDate, String allergies) {
    return new BasicInfo(
        "山田",
        "太郎",
        "やまだ",
        "たろう",
        Gender.MALE,
        birthDate,
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of("0568-76-1188"),
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "",
        "",
        allergies);
  }
}
