package jp.tsunagaru.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {
  private static final FormDefinition ORDER = FormDefinitions.official().of("HK16-2024");
  private static final FormDefinition SPECIAL = FormDefinitions.official().of("HK18-2012");
  private static final FormDefinition OPINION = FormDefinitions.official().of("SI-2026");

  private static final FormValues ISSUED =
      FormValues.NONE
          .with("patientName", "髙橋 千代")
          .with("birthDate", "1947-07-05")
          .with("issuedOn", "2026-11-25")
          .with("hospitalName", "東医院")
          .with("physicianName", "東 太郎")
          .with("addressee", "ひかり訪問看護ステーション");
  private static final FormValues COMPLETE_ORDER =
      ISSUED
          .with("orderType", "1")
          .with("period", "2026-12-01", "2027-05-31")
          .with("disease1", "脳梗塞後遺症");
  private static final FormValues COMPLETE_SPECIAL =
      ISSUED
          .with("orderType", "1")
          .with("period", "2026-12-01", "2026-12-14")
          .with("reason", "急性増悪");
  private static final FormValues COMPLETE_OPINION =
      FormValues.NONE
          .with("patientName", "髙橋 千代")
          .with("gender", "2")
          .with("birthDate", "1947-07-05")
          .with("writtenOn", "2026-11-25")
          .with("lastExaminedOn", "2026-11-20")
          .with("hospitalName", "東医院")
          .with("physicianName", "東 太郎")
          .with("diagnosis1", "脳梗塞後遺症");

  @Test
  void a_complete_form_has_no_findings() {
    assertThat(ORDER.findings(COMPLETE_ORDER, FormContext.ALONE)).isEmpty();
    assertThat(OPINION.findings(COMPLETE_OPINION, FormContext.ALONE)).isEmpty();
    assertThat(SPECIAL.findings(COMPLETE_SPECIAL, inForce("2026-12-01", "2027-05-31"))).isEmpty();
  }

  @Test
  void an_empty_form_misses_what_the_sheet_needs_in_its_order() {
    assertThat(ORDER.findings(FormValues.NONE, FormContext.ALONE))
        .allMatch(FormFinding::isError)
        .extracting(FormFinding::field)
        .containsExactly(
            "orderType",
            "patientName",
            "birthDate",
            "disease1",
            "issuedOn",
            "hospitalName",
            "physicianName",
            "addressee");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2027-05-31, ",
    "2026-12-01, 2027-06-01, PERIOD_OVER_SIX_MONTHS",
    "2026-12-01, 2026-12-01, ",
    "2026-12-01, 2026-11-30, PERIOD_BACKWARDS",
    // 31 August + 6 months is the last day of February, so the 27th is the last day.
    "2026-08-31, 2027-02-27, ",
    "2026-08-31, 2027-02-28, PERIOD_OVER_SIX_MONTHS",
  })
  void a_visit_nursing_order_is_good_for_six_months(String from, String to, FindingCode code) {
    FormValues values = COMPLETE_ORDER.with("issuedOn", "2026-08-01").with("period", from, to);
    assertThat(codes(ORDER, values)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void an_order_without_an_end_counts_for_one_month() {
    FormValues values = COMPLETE_ORDER.with("period", "2026-12-01", "");

    assertThat(ORDER.findings(values, FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.PERIOD_ONE_MONTH, "period"))
        .noneMatch(FormFinding::isError);
    assertThat(ORDER.validity(values))
        .contains(new Validity(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)));
    assertThat(codes(ORDER, COMPLETE_ORDER.with("period", "", "2026-12-31")))
        .containsExactly(FindingCode.PERIOD_WITHOUT_START);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-14, ",
    "2026-12-15, PERIOD_OVER_TWO_WEEKS",
    "2026-11-30, PERIOD_BACKWARDS",
  })
  void a_special_order_is_good_for_fourteen_days(String to, FindingCode code) {
    FormValues values = COMPLETE_SPECIAL.with("period", "2026-12-01", to);
    assertThat(
            SPECIAL.findings(values, inForce("2026-12-01", "2027-05-31")).stream()
                .map(FormFinding::code)
                .toList())
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-07, ",
    "2026-12-08, PERIOD_OVER_ONE_WEEK",
    "2026-12-03, ",
    "2026-12-02, FEWER_THAN_THREE_DAYS",
    "2026-11-30, PERIOD_BACKWARDS",
  })
  void an_infusion_order_is_good_for_seven_days(String to, FindingCode code) {
    FormValues values =
        COMPLETE_ORDER
            .with("orderType", "1", "2")
            .with("dripOrder", "生食 500mL")
            .with("dripPeriod", "2026-12-01", to);
    assertThat(codes(ORDER, values)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void an_infusion_order_says_what_to_infuse() {
    assertThat(ORDER.findings(COMPLETE_ORDER.with("orderType", "1", "2"), FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.REQUIRED, "dripOrder"));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01, ", "2026-12-02, ISSUED_AFTER_START"})
  void an_order_is_issued_on_its_first_day_at_the_latest(String issued, FindingCode code) {
    assertThat(codes(ORDER, COMPLETE_ORDER.with("issuedOn", issued)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void a_special_order_needs_a_visit_nursing_order_in_force_for_the_same_station() {
    assertThat(SPECIAL.findings(COMPLETE_SPECIAL, FormContext.ALONE))
        .extracting(FormFinding::code)
        .containsExactly(FindingCode.NO_ORDER_IN_FORCE);
    assertThat(SPECIAL.findings(COMPLETE_SPECIAL, inForce("2026-06-01", "2026-11-30")))
        .extracting(FormFinding::code)
        .containsExactly(FindingCode.NO_ORDER_IN_FORCE);
    FormContext elsewhere =
        new FormContext(
            List.of(
                other(FormKind.VISIT_NURSING_ORDER, "2026-12-01", "2027-05-31", "別の事業所", false)));
    assertThat(SPECIAL.findings(COMPLETE_SPECIAL, elsewhere))
        .extracting(FormFinding::code)
        .containsExactly(FindingCode.NO_ORDER_IN_FORCE);
  }

  @Test
  void a_second_special_order_in_a_month_needs_a_cannula_or_a_deep_pressure_ulcer() {
    assertThat(specials(false, "2026-12-01")).containsExactly(FindingCode.SPECIAL_AGAIN_THIS_MONTH);
    assertThat(specials(true, "2026-12-01")).isEmpty();
    assertThat(specials(false, "2026-11-30")).as("another month").isEmpty();
    assertThat(specials(true, "2026-12-01", "2026-12-10"))
        .containsExactly(FindingCode.SPECIAL_THIRD_THIS_MONTH);
  }

  @ParameterizedTest
  @CsvSource({
    "equipment, 10, true",
    "equipment, 8, false",
    "ulcerDesign, D3, true",
    "ulcerNpuap, 4, true"
  })
  void what_stands_in_an_order_decides_whether_a_second_special_one_may_follow(
      String field, String choice, boolean allowed) {
    assertThat(
            OtherOrder.of(ORDER, COMPLETE_ORDER.with(field, choice))
                .orElseThrow()
                .allowsSecondSpecial())
        .isEqualTo(allowed);
  }

  @Test
  void a_sub_field_says_something_only_when_its_choice_is_ticked() {
    FormValues values = COMPLETE_ORDER.with("oxygen", "2L");
    assertThat(ORDER.findings(values, FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.NOT_TICKED, "oxygen"));
    assertThat(codes(ORDER, values.with("equipment", "3"))).isEmpty();
  }

  @Test
  void tube_feeding_names_its_way() {
    FormValues tube = COMPLETE_ORDER.with("equipment", "7");
    assertThat(ORDER.findings(tube, FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.REQUIRED, "tubeRoute"));
    assertThat(codes(ORDER, tube.with("tubeRoute", "2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40, 2, ",
    "1, 1, ",
    "180, 7, ",
    "0, 2, REHABILITATION_MINUTES",
    "181, 2, REHABILITATION_MINUTES",
    "40, 8, REHABILITATION_TIMES",
    "40, 0, REHABILITATION_TIMES",
    "40, , REHABILITATION_HALF",
    ", 2, REHABILITATION_HALF",
  })
  void rehabilitation_has_minutes_and_times(String minutes, String times, FindingCode code) {
    FormValues values = COMPLETE_ORDER.with("orders", "1");
    if (minutes != null) {
      values = values.with("rehabMinutes", minutes);
    }
    if (times != null) {
      values = values.with("rehabTimes", times);
    }
    assertThat(codes(ORDER, values)).isEqualTo(code == null ? List.of() : List.of(code));
    assertThat(ORDER.findings(values, FormContext.ALONE)).noneMatch(FormFinding::isError);
  }

  @Test
  void symptoms_of_dementia_are_named_exactly_when_there_are_some() {
    assertThat(OPINION.findings(COMPLETE_OPINION.with("bpsd", "1"), FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.REQUIRED, "bpsdItems"));
    assertThat(
            OPINION.findings(
                COMPLETE_OPINION.with("bpsd", "2").with("bpsdItems", "1"), FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.NOT_TICKED, "bpsdItems"));
    assertThat(codes(OPINION, COMPLETE_OPINION.with("bpsd", "1").with("bpsdItems", "1", "2")))
        .isEmpty();
  }

  @Test
  void other_is_ticked_exactly_when_it_is_written() {
    FormValues other = COMPLETE_OPINION.with("risks", "14");
    assertThat(OPINION.findings(other, FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.REQUIRED, "riskOther"));
    assertThat(OPINION.findings(COMPLETE_OPINION.with("riskOther", "誤嚥"), FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.NOT_TICKED, "riskOther"));
  }

  @Test
  void paralysis_names_a_limb_and_a_degree_only_of_a_named_limb() {
    FormValues ticked = COMPLETE_OPINION.with("paralysis", "1");
    assertThat(OPINION.findings(ticked, FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.REQUIRED, "paralysisLimbs"));
    assertThat(
            OPINION.findings(
                ticked.with("paralysisLimbs", "1").with("paralysisLeftArm", "2"),
                FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.NOT_TICKED, "paralysisLeftArm"));
    assertThat(codes(OPINION, ticked.with("paralysisLimbs", "1").with("paralysisRightArm", "2")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"aids, 1", "management, 13", "cautions, 7"})
  void nothing_of_it_excludes_everything_else(String field, String exclusive) {
    assertThat(codes(OPINION, COMPLETE_OPINION.with(field, exclusive))).isEmpty();
    assertThat(OPINION.findings(COMPLETE_OPINION.with(field, "2", exclusive), FormContext.ALONE))
        .containsExactly(new FormFinding(FindingCode.EXCLUSIVE, field));
  }

  @Test
  void only_what_is_ticked_is_underlined() {
    FormValues values = COMPLETE_OPINION.with("management", "1", "2");
    assertThat(codes(OPINION, values.with("managementUnderlined", "2"))).isEmpty();
    assertThat(codes(OPINION, values.with("managementUnderlined", "3")))
        .containsExactly(FindingCode.UNDERLINE_WITHOUT_TICK);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, ",
    "1, 5, MEMORY_AGAINST_DEMENTIA",
    "1, 8, MEMORY_AGAINST_DEMENTIA",
    "2, 8, ",
  })
  void sound_memory_does_not_go_with_dementia_of_grade_three(
      String memory, String dementia, FindingCode code) {
    assertThat(codes(OPINION, COMPLETE_OPINION.with("memory", memory).with("dementia", dementia)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 7, ",
    "1, 8, WALKING_AGAINST_BEDRIDDEN",
    "1, 9, WALKING_AGAINST_BEDRIDDEN",
    "3, 9, ",
  })
  void who_is_bedridden_does_not_walk_outdoors(String walking, String bed, FindingCode code) {
    assertThat(codes(OPINION, COMPLETE_OPINION.with("walking", walking).with("bedridden", bed)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, ",
    "2026-11-26, EXAMINED_AFTER_WRITING",
    "2026-05-25, ",
    "2026-05-24, EXAMINED_LONG_AGO",
  })
  void the_last_examination_is_recent(String examined, FindingCode code) {
    assertThat(codes(OPINION, COMPLETE_OPINION.with("lastExaminedOn", examined)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    // Legally 40 on the day before the birthday, legally 65 likewise.
    "1986-11-26, 腰痛症, NO_SPECIFIC_DISEASE",
    "1986-11-27, 腰痛症, ",
    "1961-11-27, 腰痛症, NO_SPECIFIC_DISEASE",
    "1961-11-26, 腰痛症, ",
    "1970-01-01, 関節リウマチ, ",
    "1970-01-01, 胃がん（末期）, ",
  })
  void between_40_and_64_one_of_the_specific_diseases_is_named(
      String birth, String diagnosis, FindingCode code) {
    assertThat(
            codes(OPINION, COMPLETE_OPINION.with("birthDate", birth).with("diagnosis1", diagnosis)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void more_than_the_sheet_has_room_for_is_a_warning_only() {
    assertThat(codes(OPINION, COMPLETE_OPINION.with("course", "経".repeat(560)))).isEmpty();
    assertThat(codes(OPINION, COMPLETE_OPINION.with("course", "経".repeat(561))))
        .containsExactly(FindingCode.OVER_PRINT_LIMIT);
    assertThat(codes(OPINION, COMPLETE_OPINION.with("course", "経\n".repeat(10) + "過")))
        .containsExactly(FindingCode.OVER_PRINT_LIMIT);
    // 葛 with a variation selector and 𠮷 are one character each for a reader.
    assertThat(codes(OPINION, COMPLETE_OPINION.with("patientName", "葛󠄀𠮷" + "田".repeat(13))))
        .isEmpty();
    assertThat(codes(ORDER, COMPLETE_ORDER.with("drugs", "薬", "12345")))
        .containsExactly(FindingCode.OVER_PRINT_LIMIT);
  }

  private static List<FindingCode> codes(FormDefinition form, FormValues values) {
    return form.findings(form.checked(values), FormContext.ALONE).stream()
        .map(FormFinding::code)
        .toList();
  }

  private static List<FindingCode> specials(boolean cannula, String... starts) {
    Stream<OtherOrder> special =
        Stream.of(starts)
            .map(start -> other(FormKind.SPECIAL_NURSING_ORDER, start, start, "", false));
    OtherOrder order =
        other(FormKind.VISIT_NURSING_ORDER, "2026-11-01", "2027-04-30", "ひかり訪問看護ステーション", cannula);
    FormValues values = COMPLETE_SPECIAL.with("period", "2026-12-20", "2026-12-31");
    return SPECIAL
        .findings(values, new FormContext(Stream.concat(Stream.of(order), special).toList()))
        .stream()
        .map(FormFinding::code)
        .toList();
  }

  private static FormContext inForce(String from, String to) {
    return new FormContext(
        List.of(other(FormKind.VISIT_NURSING_ORDER, from, to, "ひかり訪問看護ステーション", false)));
  }

  private static OtherOrder other(
      FormKind kind, String from, String to, String addressee, boolean second) {
    return new OtherOrder(
        kind, new Validity(LocalDate.parse(from), LocalDate.parse(to)), addressee, second);
  }
}
