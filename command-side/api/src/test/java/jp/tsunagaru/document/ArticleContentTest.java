package jp.tsunagaru.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a command takes of バイタル, 薬 and 検査データ. */
class ArticleContentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  @ParameterizedTest
  @CsvSource({
    "TEMPERATURE, 24.9",
    "TEMPERATURE, 45.1",
    "TEMPERATURE, 36.55",
    "SYSTOLIC, 29",
    "SYSTOLIC, 301",
    "DIASTOLIC, 9",
    "PULSE, 301",
    "PULSE, 72.5",
    "OXYGEN, 101",
    "RESPIRATION, 1",
    "WEIGHT, 0",
    "WEIGHT, 400.1",
    "GLUCOSE, 1501",
    "GLUCOSE, -5"
  })
  void what_nobody_measures_is_refused_by_its_name(VitalSign sign, BigDecimal value) {
    assertThatThrownBy(() -> vitals(Map.of(sign, value)).checked())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.FIELD_INVALID);
              assertThat(refused.parameters()).containsEntry("field", sign.name());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "TEMPERATURE, 25",
    "TEMPERATURE, 45.0",
    "OXYGEN, 100",
    "WEIGHT, 0.3",
    "GLUCOSE, 1500"
  })
  void the_limits_themselves_are_possible(VitalSign sign, BigDecimal value) {
    assertThat(sign.isPossible(value)).isTrue();
    vitals(Map.of(sign, value)).checked();
  }

  /** Otherwise an answer that got lost would be taken for another article. */
  @Test
  void values_are_kept_as_exactly_as_they_are_measured() {
    ArticleContent content =
        vitals(
                Map.of(
                    VitalSign.TEMPERATURE, new BigDecimal("37"),
                    VitalSign.PULSE, new BigDecimal("72.0")))
            .checked();

    VitalSigns vitals = content.vitals();
    assertThat(vitals).isNotNull();
    assertThat(vitals.values())
        .containsEntry(VitalSign.TEMPERATURE, new BigDecimal("37.0"))
        .containsEntry(VitalSign.PULSE, new BigDecimal("72"));
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readValue(json.writeValueAsString(content), ArticleContent.class))
        .isEqualTo(content);
  }

  @Test
  void the_lower_pressure_is_lower() {
    assertThatThrownBy(() ->
            vitals(
                    Map.of(
                        VitalSign.SYSTOLIC, new BigDecimal("80"),
                        VitalSign.DIASTOLIC, new BigDecimal("120")))
                .checked())
        .isInstanceOf(Refused.class);
  }

  @Test
  void fields_alone_say_something_and_empty_ones_nothing() {
    assertThat(vitals(Map.of()).checked()).isEqualTo(new ArticleContent("", ""));
    assertThat(vitals(Map.of()).checked().saysNothing()).isTrue();
    assertThat(medicines(medicine("薬", null, null)).checked().saysNothing()).isFalse();
  }

  @Test
  void articles_of_before_have_words_only() {
    assertThat(
            JsonMapper.builder()
                .build()
                .readValue("{\"title\":\"\",\"text\":\"浮腫あり\"}", ArticleContent.class))
        .isEqualTo(new ArticleContent("", "浮腫あり"));
  }

  @Test
  void a_medicine_has_a_name_and_an_order_of_days() {
    refuses(medicines(medicine(" ", null, null)), RefusalCode.FIELD_REQUIRED);
    refuses(medicines(medicine("薬".repeat(101), null, null)), RefusalCode.FIELD_TOO_LONG);
    refuses(medicines(medicine("薬", DAY, DAY.minusDays(1))), RefusalCode.FIELD_INVALID);
    Medicine once = medicine("薬", DAY, DAY);
    refuses(medicines(once, once), RefusalCode.FIELD_INVALID);
    refuses(
        medicines(
            IntStream.rangeClosed(0, ArticleContent.MOST_MEDICINES)
                .mapToObj(number -> medicine("薬" + number, null, null))
                .toArray(Medicine[]::new)),
        RefusalCode.FIELD_INVALID);
    refuses(
        medicines(
            new Medicine(MedicineId.next(), MedicineStep.STOP, "薬", "", "", "", DAY, null, "")),
        RefusalCode.FIELD_REQUIRED);
  }

  @Test
  void a_result_has_an_item_and_a_value() {
    refuses(results(new TestResult("", "3.1", "", "")), RefusalCode.FIELD_REQUIRED);
    refuses(results(new TestResult("Alb", "", "g/dL", "")), RefusalCode.FIELD_REQUIRED);
    refuses(results(new TestResult("Alb", "1", "単".repeat(21), "")), RefusalCode.FIELD_TOO_LONG);
    refuses(
        new ArticleContent(
            "",
            "",
            null,
            List.of(),
            Collections.nCopies(ArticleContent.MOST_RESULTS + 1, new TestResult("A", "1", "", ""))),
        RefusalCode.FIELD_INVALID);
  }

  private static void refuses(ArticleContent content, RefusalCode code) {
    assertThatThrownBy(content::checked)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static ArticleContent vitals(Map<VitalSign, BigDecimal> values) {
    return new ArticleContent("", "", new VitalSigns(Instant.EPOCH, values), List.of(), List.of());
  }

  private static ArticleContent medicines(Medicine... medicines) {
    return new ArticleContent("", "", null, List.of(medicines), List.of());
  }

  private static ArticleContent results(TestResult... results) {
    return new ArticleContent("", "", null, List.of(), List.of(results));
  }

  private static Medicine medicine(
      String name, @Nullable LocalDate start, @Nullable LocalDate end) {
    return new Medicine(MedicineId.next(), MedicineStep.START, name, "", "", "", start, end, "");
  }
}
