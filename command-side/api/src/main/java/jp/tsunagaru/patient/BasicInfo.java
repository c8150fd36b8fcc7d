package jp.tsunagaru.patient;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * 基本情報 (PT-07). Names are kept exactly as entered, variant characters included.
 *
 * @param insurerNumber 介護保険 保険者番号, 6 digits; a wrong check digit is accepted and shown
 * @param insuredNumber 介護保険 被保険者番号, 10 characters
 * @param allergies アレルギー・禁忌, shown in the header of the patient's page
 */
public record BasicInfo(
    String familyName,
    String givenName,
    String familyKana,
    String givenKana,
    Gender gender,
    LocalDate birthDate,
    String postalCode,
    String address,
    List<String> phones,
    List<EmergencyContact> emergencyContacts,
    String insurerNumber,
    String insuredNumber,
    @Nullable CareLevel careLevel,
    @Nullable LocalDate careLevelFrom,
    @Nullable LocalDate careLevelTo,
    String physician,
    String careManager,
    String allergies) {
  public BasicInfo {
    familyName = Check.required("familyName", familyName, 40);
    givenName = Check.text("givenName", givenName, 40);
    familyKana = Check.required("familyKana", familyKana, 40);
    givenKana = Check.text("givenKana", givenKana, 40);
    Check.that(birthDate.getYear() >= 1873, RefusalCode.FIELD_INVALID, "birthDate");
    postalCode = Check.text("postalCode", postalCode, 10);
    Check.that(
        postalCode.isEmpty() || PostalCode.parse(postalCode).isPresent(),
        RefusalCode.FIELD_INVALID,
        "postalCode");
    address = Check.required("address", address, 120);
    phones = phones.stream().map(phone -> Check.text("phone", phone, 20)).filter(phone -> !phone.isEmpty()).toList();
    for (String phone : phones) {
      Check.that(PhoneNumber.parse(phone).isPresent(), RefusalCode.FIELD_INVALID, "phone");
    }
    emergencyContacts = List.copyOf(emergencyContacts);
    insurerNumber = Check.text("insurerNumber", insurerNumber, 8);
    insuredNumber = Check.text("insuredNumber", insuredNumber, 10);
    physician = Check.text("physician", physician, 80);
    careManager = Check.text("careManager", careManager, 80);
    allergies = Check.text("allergies", allergies, 400);
    Check.that(
        careLevelFrom == null || careLevelTo == null || !careLevelTo.isBefore(careLevelFrom),
        RefusalCode.FIELD_INVALID,
        "careLevelTo");
  }

  public String fullName() {
    return givenName.isEmpty() ? familyName : familyName + " " + givenName;
  }

  public String kana() {
    return givenKana.isEmpty() ? familyKana : familyKana + " " + givenKana;
  }
}
