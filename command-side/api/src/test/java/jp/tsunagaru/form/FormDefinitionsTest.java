package jp.tsunagaru.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FormDefinitionsTest {
  private static final FormDefinitions OFFICIAL = FormDefinitions.official();

  @Test
  void all_versions_of_the_official_forms_are_there() {
    assertThat(OFFICIAL.all())
        .extracting(FormDefinition::version)
        .containsExactly("HK16-2022", "HK16-2024", "HK18-2012", "SI-2021", "SI-2026");
  }

  @ParameterizedTest
  @CsvSource({
    "VISIT_NURSING_ORDER, 2022-04-01, HK16-2022",
    "VISIT_NURSING_ORDER, 2024-05-31, HK16-2022",
    "VISIT_NURSING_ORDER, 2024-06-01, HK16-2024",
    "VISIT_NURSING_ORDER, 2026-11-25, HK16-2024",
    "SPECIAL_NURSING_ORDER, 2026-11-25, HK18-2012",
    "PHYSICIAN_OPINION, 2026-03-31, SI-2021",
    "PHYSICIAN_OPINION, 2026-04-01, SI-2026",
    "PHYSICIAN_OPINION, 2019-01-01, SI-2021",
  })
  void the_day_of_issue_chooses_the_version(FormKind kind, LocalDate issued, String version) {
    assertThat(OFFICIAL.inForce(kind, issued).version()).isEqualTo(version);
  }

  @Test
  void the_disease_codes_came_in_2024() {
    assertThat(OFFICIAL.of("HK16-2022").find("diseaseCode1")).isEmpty();
    assertThat(OFFICIAL.of("HK16-2024").find("diseaseCode1")).isPresent();
  }

  @Test
  void the_agreement_to_use_in_care_plans_was_abolished_in_2026() {
    assertThat(OFFICIAL.of("SI-2021").find("consent")).isPresent();
    assertThat(OFFICIAL.of("SI-2026").find("consent")).isEmpty();
    assertThat(OFFICIAL.of("SI-2021").field("remarks").note()).contains("添付");
    assertThat(OFFICIAL.of("SI-2026").field("remarks").note()).doesNotContain("添付");
  }

  @Test
  void the_codes_of_choices_are_those_of_the_exchange_format() {
    FormDefinition opinion = OFFICIAL.of("SI-2026");
    assertThat(codes(opinion, "bedridden"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(opinion.field("bedridden").choice("9").orElseThrow().label()).isEqualTo("C2");
    assertThat(opinion.field("dementia").choice("8").orElseThrow().label()).isEqualTo("M");
    assertThat(opinion.field("infection").choice("1").orElseThrow().label()).isEqualTo("有");
    assertThat(codes(opinion, "infection")).containsExactly("2", "1", "3");
    assertThat(codes(opinion, "departments")).hasSize(13);
    assertThat(codes(opinion, "bpsdItems")).hasSize(12);
    assertThat(codes(opinion, "risks")).hasSize(14);
    assertThat(codes(opinion, "managementUnderlined")).isEqualTo(codes(opinion, "management"));
    assertThat(codes(OFFICIAL.of("HK16-2024"), "careLevel"))
        .containsExactly("1", "10", "11", "21", "22", "23", "24", "25");
    assertThat(codes(OFFICIAL.of("HK16-2024"), "equipment")).hasSize(13);
  }

  @Test
  void a_field_opens_with_what_opens_it_and_what_opens_that() {
    FormDefinition opinion = OFFICIAL.of("SI-2026");
    FormField severity = opinion.field("paralysisRightArm");
    FormValues limb = FormValues.NONE.with("paralysisLimbs", "1");

    assertThat(opinion.isOpen(severity, FormValues.NONE)).isFalse();
    assertThat(opinion.isOpen(severity, limb)).as("the box of 麻痺 is not ticked").isFalse();
    assertThat(opinion.isOpen(severity, limb.with("paralysis", "1"))).isTrue();
    assertThat(opinion.isOpen(opinion.field("paralysisLeftLeg"), limb.with("paralysis", "1")))
        .isFalse();
  }

  @Test
  void values_are_kept_clean_and_in_the_order_of_the_sheet() {
    FormDefinition order = OFFICIAL.of("HK16-2024");
    FormValues kept =
        order.checked(
            new FormValues(
                Map.of(
                    "patientName", List.of(" 髙橋\t千代 "),
                    "condition", List.of("一行目\r\n二行目\u0007"),
                    "equipment", List.of("13", "3"),
                    "rehabMinutes", List.of("040"),
                    "remarks", List.of("  "),
                    "period", List.of("2026-11-25", ""),
                    "drugs", List.of("ロキソニン", "60", "mg", "疼痛時", "", ""))));

    assertThat(kept.text("patientName")).isEqualTo("髙橋 千代");
    assertThat(kept.text("condition")).isEqualTo("一行目\n二行目");
    assertThat(kept.list("equipment")).containsExactly("3", "13");
    assertThat(kept.text("rehabMinutes")).isEqualTo("40");
    assertThat(kept.values()).doesNotContainKey("remarks");
    assertThat(kept.from("period")).contains(LocalDate.of(2026, 11, 25));
    assertThat(kept.to("period")).isEmpty();
    assertThat(kept.list("drugs")).containsExactly("ロキソニン", "60", "mg", "疼痛時");
  }

  @ParameterizedTest
  @CsvSource({
    "bedridden, 10",
    "bedridden, J1",
    "rehabMinutes, -1",
    "rehabMinutes, 二十",
    "issuedOn, 2026-02-30",
    "issuedOn, 0026-02-03",
    "unknown, x",
  })
  void what_no_field_of_the_sheet_can_say_is_refused(String field, String value) {
    FormDefinition order = OFFICIAL.of("HK16-2024");
    assertThatThrownBy(() -> order.checked(FormValues.NONE.with(field, value)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FIELD_INVALID));
  }

  @Test
  void a_single_choice_takes_one_and_no_choice_counts_twice() {
    FormDefinition order = OFFICIAL.of("HK16-2024");
    assertThatThrownBy(() -> order.checked(FormValues.NONE.with("bedridden", "2", "3")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> order.checked(FormValues.NONE.with("equipment", "3", "3")))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "2024-07", "2024-07-05", "UNKNOWN"})
  void an_onset_may_be_known_in_part(String onset) {
    FormDefinition opinion = OFFICIAL.of("SI-2026");
    assertThat(opinion.checked(FormValues.NONE.with("onset1", onset)).text("onset1"))
        .isEqualTo(onset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13", "24", "昭和のころ", "2024-07-32"})
  void an_onset_is_no_free_text(String onset) {
    FormDefinition opinion = OFFICIAL.of("SI-2026");
    assertThatThrownBy(() -> opinion.checked(FormValues.NONE.with("onset1", onset)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void copying_into_a_newer_version_leaves_out_what_it_no_longer_asks() {
    FormValues former =
        FormValues.NONE.with("consent", "1").with("diagnosis1", "脳梗塞").with("memory", "2");

    assertThat(OFFICIAL.of("SI-2026").fitting(former))
        .isEqualTo(FormValues.NONE.with("diagnosis1", "脳梗塞").with("memory", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fields':[{'code':'day','label':'日','type':'DATE','required':true}],'extra':1}",
        "{'fields':[{'code':'day','label':'日','type':'DATE'}]}",
        "{'fields':[{'code':'day','label':'日','type':'TEXT','max':5,'required':true}]}",
        "{'fields':[DAY,{'code':'day','label':'二度','type':'TEXT','max':5}]}",
        "{'fields':[DAY,{'code':'t','label':'文','type':'TEXT'}]}",
        "{'fields':[DAY,{'code':'c','label':'選択','type':'CHOICE'}]}",
        "{'fields':[DAY,{'code':'c','label':'選択','type':'CHOICE','choices':[A,A]}]}",
        "{'fields':[DAY,{'code':'t','label':'文','type':'TEXT','max':5,'choices':[A]}]}",
        "{'fields':[DAY,{'code':'t','label':'文','type':'TEXT','max':5,'when':'c=1'},C]}",
        "{'fields':[DAY,C,{'code':'t','label':'文','type':'TEXT','max':5,'when':'c=9'}]}",
        "{'fields':[DAY,C,{'code':'t','label':'文','type':'TEXT','max':5,'when':'c'}]}",
        "{'fields':[DAY,{'code':'s','label':'部分','type':'CHOICES','subsetOf':'c'},C]}",
        "{'fields':[DAY,{'code':'x','label':'表','type':'TABLE','rows':3}]}",
        "{'fields':[DAY,{'code':'Bad-Code','label':'文','type':'TEXT','max':5}]}",
        "{'fields':[DAY,{'code':'t','label':'文','type':'PICTURE'}]}",
        "{'fields':[DAY],'rules':['NoSuchRule']}",
        "{'fields':[DAY],'rules':['DripPeriod']}",
        "{'fields':[DAY],'validity':'day'}",
      })
  void a_definition_that_contradicts_itself_is_refused(String broken) {
    JsonNode definition = definition(broken);
    assertThatThrownBy(() -> new FormDefinitionReader(definition).definition())
        .isInstanceOf(BrokenDefinitionException.class);
  }

  @Test
  void a_sound_definition_of_the_same_shape_is_read() {
    JsonNode sound =
        definition(
            "{'fields':[DAY,C,{'code':'t','label':'文','type':'TEXT','max':5,'when':'c=1'}]}");

    assertThat(new FormDefinitionReader(sound).definition().fields()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"HK16-2022, 1", "HK16-2024, 1", "HK18-2012, 1", "SI-2021, 2", "SI-2026, 2"})
  void everything_of_a_form_has_its_place_on_paper(String version, int pages) {
    assertThat(OFFICIAL.layout(version).pages()).hasSize(pages);
  }

  private static JsonNode definition(String inner) {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode parts =
        (ObjectNode)
            json.readTree(
                inner
                    .replace("DAY", "{'code':'day','label':'日','type':'DATE','required':true}")
                    .replace("C,{", "CC,{")
                    .replace("},C]", "},CC]")
                    .replace("CC", "{'code':'c','label':'選択','type':'CHOICE','choices':[A]}")
                    .replace("A]", "{'code':'1','label':'甲'}]")
                    .replace("[A,", "[{'code':'1','label':'甲'},")
                    .replace('\'', '"'));
    ObjectNode root = json.createObjectNode();
    root.put("version", "T-1").put("kind", "PHYSICIAN_OPINION").put("title", "様式");
    root.put("effectiveFrom", "2026-01-01").put("dated", "day");
    ObjectNode section = root.putArray("sections").addObject();
    section.put("code", "s").put("title", "節").set("fields", parts.remove("fields"));
    root.setAll(parts);
    return root;
  }

  private static List<String> codes(FormDefinition definition, String field) {
    return definition.field(field).choices().stream().map(Choice::code).toList();
  }
}
