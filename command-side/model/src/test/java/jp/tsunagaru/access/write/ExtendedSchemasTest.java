package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.command.CancelExtendedSchema;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import jp.tsunagaru.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

/** PT-08: what is decided is in force at once, from its first day on. */
class ExtendedSchemasTest {
  private static final Option DOG = new Option("dog", "犬");
  private static final Option CAT = new Option("cat", "猫");

  private final ExtendedSchemas schemas = bean(ExtendedSchemas.class);
  private final LocalDate today =
      LocalDate.ofInstant(bean(Clock.class).instant(), ZoneId.of("Asia/Tokyo"));
  private final People.Person operator =
      signedIn(People.at(FacilityId.next(), Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR));

  @Test
  void what_is_decided_is_in_force_from_its_day_and_read_in_the_words_of_then() {
    ExtendedSchema builtIn = schemas.inForce();
    assertThat(builtIn.version()).isEqualTo(ExtendedSchema.BUILT_IN);
    assertThat(schemas.planned()).isEmpty();

    command(operator, define(builtIn.version(), today, "ペット", DOG, CAT)).isDone();
    ExtendedSchema first = schemas.inForce();
    assertThat(first.field("pet").orElseThrow().options()).containsExactly(DOG, CAT);
    assertThat(schemas.version(ExtendedSchema.BUILT_IN)).contains(builtIn);

    command(operator, define(first.version(), today.plusDays(1), "同居の動物", DOG)).isDone();
    ExtendedSchema planned = schemas.planned().orElseThrow();
    assertThat(schemas.inForce()).isEqualTo(first);
    assertThat(planned.field("pet").orElseThrow().label()).isEqualTo("同居の動物");
    command(operator, define(first.version(), today, "動物", DOG)).isRefused(RefusalCode.CONFLICT);

    command(operator, new CancelExtendedSchema(ExtendedSchemasId.CITY, planned.version())).isDone();
    assertThat(schemas.planned()).isEmpty();
    assertThat(schemas.version(planned.version())).contains(planned);

    command(operator, define(first.version(), today, "動物", DOG)).isDone();
    Field read = schemas.toRead("pet", first.version());
    assertThat(read.label()).isEqualTo("動物");
    assertThat(read.labelOf("cat")).isEqualTo("猫");
    assertThat(schemas.inForce().field("pet").orElseThrow().offers("cat")).isFalse();
    assertThat(schemas.toRead("diseases", ExtendedSchema.BUILT_IN).label()).isEqualTo("病名・既往歴");
    assertThat(schemas.toRead("nobody-knows", "99").label()).isEqualTo("nobody-knows");

    command(
            operator,
            new DefineExtendedSchema(
                ExtendedSchemasId.CITY, schemas.inForce().version(), today, builtIn.sections()))
        .isDone();
    assertThat(schemas.inForce().sections()).isEqualTo(builtIn.sections());
  }

  private static DefineExtendedSchema define(
      String basedOn, LocalDate from, String label, Option... options) {
    return new DefineExtendedSchema(
        ExtendedSchemasId.CITY,
        basedOn,
        from,
        List.of(
            new Section("生活", List.of(new Field("pet", Kind.CHOICES, label, List.of(options))))));
  }
}
