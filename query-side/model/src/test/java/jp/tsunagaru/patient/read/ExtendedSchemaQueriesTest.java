package jp.tsunagaru.patient.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.event.ExtendedSchemaCancelled;
import jp.tsunagaru.patient.event.ExtendedSchemaDefined;
import jp.tsunagaru.patient.query.ExtendedSchemaList;
import jp.tsunagaru.patient.query.ListExtendedSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PT-08: who decided what 拡張情報 consists of. */
class ExtendedSchemaQueriesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private final ReadSide city = new ReadSide();
  private final Origin operator = official("市", "職員");
  private final Origin successor = official("次", "職員");

  private Origin official(String family, String given) {
    return city.person(
        family, given, "", "", Profession.MUNICIPAL_OFFICER, FacilityId.next(), "CITY_OPERATOR");
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void each_decision_names_who_made_it_and_who_dropped_it() {
    assertThat(versions()).isEmpty();

    city.happens(operator, defined(1, DAY, null));
    city.happens(operator, defined(2, DAY.plusYears(1), null));
    city.happens(successor, defined(3, DAY.plusYears(2), "2"));
    city.happens(operator, new ExtendedSchemaCancelled(ExtendedSchemasId.CITY, "3"));

    assertThat(versions())
        .extracting(
            ExtendedSchemaList.Version::version,
            ExtendedSchemaList.Version::effectiveFrom,
            ExtendedSchemaList.Version::by,
            ExtendedSchemaList.Version::droppedBy)
        .containsExactly(
            tuple(3, DAY.plusYears(2), "次 職員", "市 職員"),
            tuple(2, DAY.plusYears(1), "市 職員", "次 職員"),
            tuple(1, DAY, "市 職員", null));
    assertThat(versions().getLast().droppedAt()).isNull();
    assertThat(versions().getFirst().droppedAt()).isNotNull();
  }

  private List<ExtendedSchemaList.Version> versions() {
    return city.ask(operator, new ListExtendedSchemas(), ExtendedSchemaList.class).versions();
  }

  private static ExtendedSchemaDefined defined(
      int version, LocalDate from, @Nullable String replaced) {
    return new ExtendedSchemaDefined(
        ExtendedSchemasId.CITY,
        new ExtendedSchema(Integer.toString(version), from, List.of()),
        replaced);
  }
}
