package jp.tsunagaru.patient.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.query.BasicField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PT-09: what one record takes over from the other. */
class TakenOverTest {
  private static final EmergencyContact SON = new EmergencyContact("一", "長男", "090-0000-0001");
  private static final EmergencyContact NIECE = new EmergencyContact("二", "姪", "090-0000-0002");

  private final BasicInfo mine =
      info("髙橋", List.of("0568-76-1188"), List.of(SON), CareLevel.CARE_2, "", "ペニシリン");
  private final BasicInfo other =
      info(
          "高橋",
          List.of("0568(76)1188", "090-1111-2222"),
          List.of(SON, NIECE),
          CareLevel.CARE_3,
          "双葉医院",
          "えび");

  @Test
  void one_value_is_replaced_and_nothing_else_changes() {
    BasicInfo taken = TakenOver.of(BasicField.PHYSICIAN, mine, other);
    assertThat(taken.physician()).isEqualTo("双葉医院");
    assertThat(BasicField.differences(mine, taken)).containsExactly(BasicField.PHYSICIAN);
    assertThat(TakenOver.of(BasicField.NAME, mine, other).fullName()).isEqualTo("高橋 ハル");
  }

  @Test
  void where_several_may_stand_the_other_ones_are_added() {
    assertThat(TakenOver.of(BasicField.PHONES, mine, other).phones())
        .containsExactly("0568-76-1188", "090-1111-2222");
    assertThat(TakenOver.of(BasicField.EMERGENCY_CONTACTS, mine, other).emergencyContacts())
        .containsExactly(SON, NIECE);
  }

  @Test
  void an_allergy_that_is_known_here_stays() {
    BasicInfo both = TakenOver.of(BasicField.ALLERGIES, mine, other);
    assertThat(both.allergies()).isEqualTo("ペニシリン・えび");
    assertThat(TakenOver.of(BasicField.ALLERGIES, both, other)).isEqualTo(both);
  }

  @Test
  void a_level_comes_with_its_own_validity() {
    BasicInfo taken = TakenOver.of(BasicField.CARE_LEVEL, valid(mine, 2026), other);
    assertThat(taken.careLevel()).isEqualTo(CareLevel.CARE_3);
    assertThat(taken.careLevelFrom()).isNull();
    assertThat(BasicField.differences(valid(mine, 2026), taken))
        .containsExactlyInAnyOrder(BasicField.CARE_LEVEL, BasicField.CARE_LEVEL_VALIDITY);
  }

  @ParameterizedTest
  @EnumSource(BasicField.class)
  void every_field_can_be_taken_over_and_then_there_is_nothing_more_to_take(BasicField field) {
    BasicInfo theirs = valid(everythingElse(), 2027);
    BasicInfo taken = TakenOver.of(field, mine, theirs);
    assertThat(BasicField.differences(mine, taken)).contains(field);
    assertThat(TakenOver.of(field, taken, theirs)).isEqualTo(taken);
  }

  @Test
  void extended_values_follow_the_kind_of_their_field() {
    assertThat(of(ExtendedSchema.Kind.TEXT, List.of("裏口"), List.of("表玄関"))).containsExactly("表玄関");
    assertThat(of(ExtendedSchema.Kind.LONG, List.of("犬がいます"), List.of("鍵は郵便受け")))
        .containsExactly("犬がいます\n鍵は郵便受け");
    assertThat(of(ExtendedSchema.Kind.LONG, List.of(), List.of("鍵は郵便受け")))
        .containsExactly("鍵は郵便受け");
    assertThat(of(ExtendedSchema.Kind.CHOICES, List.of("a", "b"), List.of("b", "c")))
        .containsExactly("a", "b", "c");
  }

  private static List<String> of(ExtendedSchema.Kind kind, List<String> mine, List<String> other) {
    return TakenOver.of(new ExtendedSchema.Field("x", kind, "x", List.of()), mine, other);
  }

  private static BasicInfo info(
      String family,
      List<String> phones,
      List<EmergencyContact> contacts,
      CareLevel level,
      String physician,
      String allergies) {
    return new BasicInfo(
        family,
        "ハル",
        "たかはし",
        "はる",
        Gender.FEMALE,
        LocalDate.of(1940, 4, 1),
        "485-0041",
        "小牧市小牧三丁目1番地",
        phones,
        contacts,
        "232199",
        "1234567890",
        level,
        null,
        null,
        physician,
        "",
        allergies);
  }

  private static BasicInfo everythingElse() {
    return new BasicInfo(
        "高橋",
        "春",
        "たかばし",
        "はる",
        Gender.MALE,
        LocalDate.of(1941, 4, 1),
        "485-0042",
        "小牧市小牧四丁目",
        List.of("090-1111-2222"),
        List.of(NIECE),
        "232200",
        "2234567890",
        CareLevel.CARE_5,
        null,
        null,
        "双葉医院",
        "双木居宅",
        "えび",
        "協会けんぽ",
        "入院先の近くに住む");
  }

  private static BasicInfo valid(BasicInfo info, int year) {
    return new BasicInfo(
        info.familyName(),
        info.givenName(),
        info.familyKana(),
        info.givenKana(),
        info.gender(),
        info.birthDate(),
        info.postalCode(),
        info.address(),
        info.phones(),
        info.emergencyContacts(),
        info.insurerNumber(),
        info.insuredNumber(),
        info.careLevel(),
        LocalDate.of(year, 4, 1),
        LocalDate.of(year + 1, 3, 31),
        info.physician(),
        info.careManager(),
        info.allergies(),
        info.healthInsurance(),
        info.elsewhereReason());
  }
}
