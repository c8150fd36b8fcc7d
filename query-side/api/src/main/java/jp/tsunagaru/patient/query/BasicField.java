package jp.tsunagaru.patient.query;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagaru.patient.BasicInfo;
import org.jspecify.annotations.Nullable;

/** Fields of 基本情報 as people speak of them. */
public enum BasicField {
  NAME(BasicInfo::fullName),
  KANA(BasicInfo::kana),
  GENDER(BasicInfo::gender),
  BIRTH_DATE(BasicInfo::birthDate),
  ADDRESS(info -> info.postalCode() + "\n" + info.address()),
  ELSEWHERE_REASON(BasicInfo::elsewhereReason),
  PHONES(BasicInfo::phones),
  EMERGENCY_CONTACTS(BasicInfo::emergencyContacts),
  INSURER_NUMBER(BasicInfo::insurerNumber),
  INSURED_NUMBER(BasicInfo::insuredNumber),
  CARE_LEVEL(BasicInfo::careLevel),
  CARE_LEVEL_VALIDITY(info -> info.careLevelFrom() + "\n" + info.careLevelTo()),
  HEALTH_INSURANCE(BasicInfo::healthInsurance),
  PHYSICIAN(BasicInfo::physician),
  CARE_MANAGER(BasicInfo::careManager),
  ALLERGIES(BasicInfo::allergies);

  private final Function<BasicInfo, @Nullable Object> value;

  BasicField(Function<BasicInfo, @Nullable Object> value) {
    this.value = value;
  }

  /** The fields in which two versions differ. */
  public static Set<BasicField> differences(BasicInfo one, BasicInfo other) {
    Set<BasicField> different = EnumSet.noneOf(BasicField.class);
    for (BasicField field : values()) {
      if (!Objects.equals(field.value.apply(one), field.value.apply(other))) {
        different.add(field);
      }
    }
    return different;
  }
}
