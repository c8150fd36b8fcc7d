package jp.tsunagaru.patient.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.command.CancelExtendedSchema;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import jp.tsunagaru.patient.event.ExtendedSchemaCancelled;
import jp.tsunagaru.patient.event.ExtendedSchemaDefined;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtendedSchemaCourseTest {
  private static final ExtendedSchemasId CITY = ExtendedSchemasId.CITY;
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final LocalDate LATER = TODAY.plusMonths(6);

  /** 2026-04-01 01:00 in Japan. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T16:00:00Z"), ZoneOffset.UTC);

  private static final Option YES = new Option("yes", "あり");
  private static final Field PET = new Field("pet", Kind.TEXT, "ペット", List.of());
  private static final Field SMOKES = new Field("smokes", Kind.CHOICE, "喫煙", List.of(YES));
  private static final List<Section> LIFE = List.of(new Section("生活", List.of(PET)));
  private static final List<Section> MORE = List.of(new Section("生活", List.of(PET, SMOKES)));

  private final People.Person operator =
      People.at(FacilityId.next(), Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR);
  private FixtureConfiguration<ExtendedSchemaCourse> fixture;

  @BeforeEach
  void setUp() {
    fixture =
        new AggregateTestFixture<>(ExtendedSchemaCourse.class).registerInjectableResource(CLOCK);
  }

  @Test
  void what_is_built_in_has_what_the_requirement_names() {
    ExtendedSchema builtIn = BuiltInSchema.SCHEMA;

    assertThat(builtIn.version()).isEqualTo(ExtendedSchema.BUILT_IN);
    assertThat(builtIn.sections())
        .flatExtracting(Section::fields)
        .extracting(Field::code)
        .doesNotHaveDuplicates()
        .contains(
            "diseases",
            "medication",
            "allergyDetails",
            "adl",
            "devices",
            "infection",
            "family",
            "homeAccess",
            "acp",
            "evacuationList");
    assertThat(builtIn.field("adl").orElseThrow().labelOf("independent")).isEqualTo("自立");
    assertThat(
            new DefineExtendedSchema(CITY, ExtendedSchema.BUILT_IN, TODAY, builtIn.sections())
                .sections())
        .isEqualTo(builtIn.sections());
  }

  @Test
  void the_city_follows_what_is_built_in_and_then_itself() {
    fixture
        .givenNoPriorActivity()
        .when(define(ExtendedSchema.BUILT_IN, TODAY, LIFE), operator.metaData())
        .expectEvents(defined(1, TODAY, LIFE, null));
    fixture
        .given(defined(1, TODAY, LIFE, null))
        .when(define("1", LATER, MORE), operator.metaData())
        .expectEvents(defined(2, LATER, MORE, null));
  }

  @Test
  void what_is_planned_is_replaced_and_never_overtaken() {
    fixture
        .given(defined(1, LATER, LIFE, null))
        .when(define("1", TODAY, MORE), operator.metaData())
        .expectEvents(defined(2, TODAY, MORE, "1"));
    fixture
        .given(defined(1, LATER, LIFE, null))
        .when(define(ExtendedSchema.BUILT_IN, TODAY, MORE), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .given(defined(1, LATER, LIFE, null), defined(2, TODAY, MORE, "1"))
        .when(define("1", LATER, LIFE), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void what_is_planned_is_taken_back_before_its_first_day() {
    fixture
        .given(defined(1, LATER, LIFE, null))
        .when(new CancelExtendedSchema(CITY, "1"), operator.metaData())
        .expectEvents(new ExtendedSchemaCancelled(CITY, "1"));
    fixture
        .given(defined(1, TODAY, LIFE, null))
        .when(new CancelExtendedSchema(CITY, "1"), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .givenNoPriorActivity()
        .when(new CancelExtendedSchema(CITY, ExtendedSchema.BUILT_IN), operator.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .given(defined(1, LATER, LIFE, null), new ExtendedSchemaCancelled(CITY, "1"))
        .when(define(ExtendedSchema.BUILT_IN, LATER, MORE), operator.metaData())
        .expectEvents(defined(2, LATER, MORE, null));
  }

  @Test
  void no_day_that_is_over_gets_other_fields() {
    fixture
        .givenNoPriorActivity()
        .when(define(ExtendedSchema.BUILT_IN, TODAY.minusDays(1), LIFE), operator.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  /** A stored value would be read as something else. */
  @Test
  void a_code_keeps_its_kind_also_after_it_was_left_out() {
    fixture
        .given(defined(1, TODAY, MORE, null), defined(2, TODAY, LIFE, null))
        .when(
            define("2", TODAY, section(PET, new Field("smokes", Kind.TEXT, "喫煙", List.of()))),
            operator.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
    fixture
        .givenNoPriorActivity()
        .when(
            define(
                ExtendedSchema.BUILT_IN,
                TODAY,
                section(new Field("adl", Kind.LONG, "自立度", List.of()))),
            operator.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  static Stream<List<Section>> unclear() {
    List<Field> many =
        IntStream.range(0, 151)
            .mapToObj(i -> new Field("f" + i, Kind.TEXT, "項目", List.of()))
            .toList();
    return Stream.of(
        List.of(),
        List.of(new Section("生活", List.of())),
        List.of(new Section(" ", List.of(PET))),
        section(PET, PET),
        section(new Field("ペット", Kind.TEXT, "ペット", List.of())),
        section(new Field("pet", Kind.TEXT, "", List.of())),
        section(new Field("pet", Kind.TEXT, "ペ".repeat(61), List.of())),
        section(new Field("pet", Kind.TEXT, "ペット", List.of(YES))),
        section(new Field("pet", Kind.CHOICE, "ペット", List.of())),
        section(new Field("pet", Kind.CHOICES, "ペット", List.of(YES, YES))),
        section(new Field("pet", Kind.CHOICES, "ペット", List.of(new Option("dog", "")))),
        List.of(new Section("生活", many)));
  }

  @ParameterizedTest
  @MethodSource("unclear")
  void what_nobody_could_fill_in_is_refused(List<Section> sections) {
    assertThat(
            catchThrowableOfType(
                    Refused.class, () -> define(ExtendedSchema.BUILT_IN, TODAY, sections))
                .parameters())
        .containsKey("field");
  }

  private static List<Section> section(Field... fields) {
    return List.of(new Section("生活", List.of(fields)));
  }

  private static DefineExtendedSchema define(
      String basedOn, LocalDate from, List<Section> sections) {
    return new DefineExtendedSchema(CITY, basedOn, from, sections);
  }

  private static ExtendedSchemaDefined defined(
      int version, LocalDate from, List<Section> sections, String replaced) {
    return new ExtendedSchemaDefined(
        CITY, new ExtendedSchema(Integer.toString(version), from, sections), replaced);
  }
}
