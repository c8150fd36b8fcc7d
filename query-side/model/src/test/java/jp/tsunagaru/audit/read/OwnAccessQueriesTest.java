package jp.tsunagaru.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagaru.audit.query.FindPersonAtDesk;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.audit.query.OwnAccess.Deed;
import jp.tsunagaru.audit.query.OwnAccess.Visit;
import jp.tsunagaru.audit.query.PersonsAtDesk;
import jp.tsunagaru.audit.query.PrintOwnAccess;
import jp.tsunagaru.audit.query.PrintOwnAccessAtDesk;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M6: a person is told who saw the record, and no more than the city lets be told. */
class OwnAccessQueriesTest {
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 20);
  private static long position = 1;

  private final ReadSide city = new ReadSide();
  private final FacilityId pharmacy = new FacilityId(Ids.next("fac"));
  private final Origin nurse = city.person("看護", "花子", Profession.NURSE);
  private final Origin other = city.person("看護", "月子", Profession.NURSE);
  private final OwnAccessQueries queries = new OwnAccessQueries(city.jdbc, false);
  private Origin pharmacist;
  private PatientId patient;

  @BeforeEach
  void somebody_in_care() {
    city.jdbc.sql("truncate view.access_log, view.incident, view.patient_merge").update();
    city.facility(pharmacy, "ひまわり薬局");
    pharmacist = city.person("薬師", "三郎", "", "", Profession.PHARMACIST, pharmacy, "CARE_USER");
    patient = city.shared(ReadSide.info("山田", "太郎", "やまだ", "たろう"), nurse);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void one_line_a_day_and_somebody_in_japanese_days_oldest_first() {
    access(nurse, "2026-11-04T23:50:00+09:00", "VIEW", "");
    access(nurse, "2026-11-05T00:10:00+09:00", "VIEW", "");
    access(nurse, "2026-11-05T09:30:00+09:00", "PRINT", "");
    access(pharmacist, "2026-11-05T08:00:00+09:00", "VIEW", "bgl_1");
    access(nurse, "2026-11-21T00:00:00+09:00", "VIEW", "");

    List<Visit> visits = told(queries).visits();

    assertThat(visits)
        .extracting(Visit::day, Visit::facility, Visit::profession, Visit::deeds)
        .containsExactly(
            tuple(LocalDate.of(2026, 11, 4), "訪問看護ステーションひかり", "NURSE", Set.of(Deed.SAW)),
            tuple(
                LocalDate.of(2026, 11, 5),
                "訪問看護ステーションひかり",
                "NURSE",
                Set.of(Deed.SAW, Deed.PRINTED)),
            tuple(LocalDate.of(2026, 11, 5), "ひまわり薬局", "PHARMACIST", Set.of(Deed.EMERGENCY)));
    assertThat(visits.get(1).first()).isEqualTo("2026-11-04T15:10:00Z");
    assertThat(visits.get(1).last()).isEqualTo("2026-11-05T00:30:00Z");
  }

  @Test
  void who_registered_and_corrected_wrote() {
    OwnAccess access = queries.handle(new PrintOwnAccess(patient, FROM, ReadSide.TODAY, "本人"));

    assertThat(access.visits())
        .singleElement()
        .satisfies(visit -> assertThat(visit.deeds()).containsExactly(Deed.WROTE));
  }

  @Test
  void what_was_refused_and_what_concerns_others_is_left_out() {
    access(nurse, "2026-11-05T09:00:00+09:00", "VIEW", "");
    city.jdbc.sql("update view.access_log set result = 'NO_MEMBERSHIP'").update();
    PatientId another = city.shared(ReadSide.info("鈴木", "花", "すずき", "はな"), nurse);
    access(nurse, another, "2026-11-06T09:00:00+09:00", "VIEW", "");

    assertThat(told(queries).visits()).isEmpty();
  }

  @Test
  void who_is_not_named_is_numbered_and_who_is_named_is_not() {
    access(other, "2026-11-05T09:00:00+09:00", "VIEW", "");
    access(nurse, "2026-11-06T09:00:00+09:00", "VIEW", "");
    access(other, "2026-11-07T09:00:00+09:00", "VIEW", "");
    access(pharmacist, "2026-11-08T09:00:00+09:00", "VIEW", "");

    assertThat(told(queries).named()).isFalse();
    assertThat(told(queries).visits())
        .extracting(Visit::name, Visit::number)
        .containsExactly(tuple("", 1), tuple("", 2), tuple("", 1), tuple("", 0));

    OwnAccess named = told(new OwnAccessQueries(city.jdbc, true));
    assertThat(named.named()).isTrue();
    assertThat(named.visits())
        .extracting(Visit::name, Visit::number)
        .containsExactly(
            tuple("看護 月子", 0), tuple("看護 花子", 0), tuple("看護 月子", 0), tuple("薬師 三郎", 0));
  }

  @Test
  void a_merged_record_is_the_same_person() {
    PatientId former = city.shared(ReadSide.info("山田", "太郎", "やまだ", "たろう"), nurse);
    access(nurse, former, "2026-11-06T09:00:00+09:00", "VIEW", "");
    city.jdbc
        .sql("insert into view.patient_merge (patient_id, main_id, merged_at) values (?, ?, now())")
        .params(former.value(), patient.value())
        .update();

    assertThat(told(queries).visits()).hasSize(1);
  }

  @Test
  void while_an_incident_is_open_the_city_alone_decides() {
    Origin administrator = office(pharmacist, "FACILITY_ADMIN");
    city.assign(patient, pharmacist);
    access(nurse, "2026-11-05T09:00:00+09:00", "VIEW", "");
    assertThat(atDesk(administrator).visits()).hasSize(1);
    city.jdbc
        .sql(
            """
            insert into view.incident (incident_id, kind, reporter_id, facility_id, on_behalf,
              reported_at, found_at, patients, documents, sealed_content)
            values ('inc_1', 'LEAK', 'a', 'f', false, now(), now(), array[?], '{}', '')
            """)
        .param(patient.value())
        .update();

    assertThatThrownBy(() -> told(queries)).satisfies(is(RefusalCode.ASK_THE_CITY));
    assertThatThrownBy(() -> atDesk(administrator)).satisfies(is(RefusalCode.ASK_THE_CITY));
    Origin operator = office(nurse, "CITY_OPERATOR");
    assertThat(atDesk(operator).visits()).hasSize(1);
    assertThat(found(operator, "やまだ たろう").persons())
        .singleElement()
        .matches(PersonsAtDesk.Person::incident)
        .matches(PersonsAtDesk.Person::shared);
    assertThat(found(administrator, "やまだ たろう").persons())
        .singleElement()
        .matches(person -> !person.incident())
        .matches(person -> !person.shared());

    city.jdbc.sql("update view.incident set closed_at = now()").update();
    assertThat(atDesk(administrator).visits()).hasSize(1);
  }

  @Test
  void a_desk_finds_the_whole_name_and_the_day_of_birth_and_a_facility_only_its_own() {
    Origin operator = office(nurse, "CITY_OPERATOR");
    Origin stranger = office(pharmacist, "FACILITY_ADMIN");

    assertThat(found(operator, "ヤマダ　タロウ").persons()).hasSize(1);
    assertThat(found(operator, "山田太郎").persons()).hasSize(1);
    assertThat(found(operator, "山田").persons()).isEmpty();
    assertThat(found(stranger, "山田太郎").persons()).isEmpty();
    assertThatThrownBy(() -> atDesk(stranger)).satisfies(is(RefusalCode.NOT_FOUND));
    city.assign(patient, pharmacist);
    assertThat(found(stranger, "山田太郎").persons()).hasSize(1);
    assertThat(
            queries
                .handle(new FindPersonAtDesk("山田太郎", LocalDate.of(1940, 4, 2)), metaData(operator))
                .persons())
        .isEmpty();
  }

  private static Consumer<Throwable> is(RefusalCode code) {
    return thrown -> assertThat(((Refused) thrown).code()).isEqualTo(code);
  }

  private OwnAccess told(OwnAccessQueries asked) {
    return asked.handle(new PrintOwnAccess(patient, FROM, TO, "本人"));
  }

  private OwnAccess atDesk(Origin office) {
    return queries.handle(new PrintOwnAccessAtDesk(patient, FROM, TO, "本人"), metaData(office));
  }

  private PersonsAtDesk found(Origin office, String name) {
    return queries.handle(new FindPersonAtDesk(name, LocalDate.of(1940, 4, 1)), metaData(office));
  }

  private static MetaData metaData(Origin origin) {
    return MetaData.from(origin.toMetadata());
  }

  private static Origin office(Origin person, String role) {
    return new Origin(
        person.accountId(),
        person.facilityId(),
        Set.of(role),
        "OFFICE_CLERK",
        person.session(),
        person.address(),
        person.factors());
  }

  private void access(Origin who, String at, String kind, String opening) {
    access(who, patient, at, kind, opening);
  }

  private void access(Origin who, PatientId whom, String at, String kind, String opening) {
    city.jdbc
        .sql(
            """
            insert into view.access_log (position, event_id, at, account_id, facility_id,
              patient_id, action, result, kind, profession, break_glass_id, grounded)
            values (?, ?, ?, ?, ?, ?, 'GetTimeline', 'ALLOWED', ?, ?, ?, true)
            """)
        .params(
            position++,
            Ids.next("evt"),
            OffsetDateTime.parse(at).toInstant().atOffset(ZoneOffset.UTC),
            who.accountId(),
            who.facilityId(),
            whom.value(),
            kind,
            who.profession(),
            opening)
        .update();
  }
}
