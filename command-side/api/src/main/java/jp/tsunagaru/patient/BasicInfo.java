package jp.tsunagaru.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 * @param healthInsurance 医療保険, insurer, symbol and number as on the card; not known of before
 * @param elsewhereReason why somebody who lives outside of the city takes part (第6条, PT-06)
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
    String allergies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String healthInsurance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String elsewhereReason) {
  public BasicInfo {
    phones = List.copyOf(phones);
    emergencyContacts = List.copyOf(emergencyContacts);
    healthInsurance = Objects.requireNonNullElse(healthInsurance, "");
    elsewhereReason = Objects.requireNonNullElse(elsewhereReason, "");
  }

  /** Of somebody who lives in the city and whose health insurance is not known. */
  public BasicInfo(
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
    this(
        familyName,
        givenName,
        familyKana,
        givenKana,
        gender,
        birthDate,
        postalCode,
        address,
        phones,
        emergencyContacts,
        insurerNumber,
        insuredNumber,
        careLevel,
        careLevelFrom,
        careLevelTo,
        physician,
        careManager,
        allergies,
        "",
        "");
  }

  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public BasicInfo checked() {
    Check.that(birthDate.getYear() >= 1873, RefusalCode.FIELD_INVALID, "birthDate");
    Check.that(
        careLevelFrom == null || careLevelTo == null || !careLevelTo.isBefore(careLevelFrom),
        RefusalCode.FIELD_INVALID,
        "careLevelTo");
    String cleanPostalCode = Check.text("postalCode", postalCode, 10);
    Check.that(
        cleanPostalCode.isEmpty() || PostalCode.parse(cleanPostalCode).isPresent(),
        RefusalCode.FIELD_INVALID,
        "postalCode");
    List<String> cleanPhones =
        phones.stream()
            .map(phone -> Check.text("phone", phone, 20))
            .filter(phone -> !phone.isEmpty())
            .toList();
    for (String phone : cleanPhones) {
      Check.that(PhoneNumber.parse(phone).isPresent(), RefusalCode.FIELD_INVALID, "phone");
    }
    return new BasicInfo(
        Check.required("familyName", familyName, 40),
        Check.text("givenName", givenName, 40),
        Check.required("familyKana", familyKana, 40),
        Check.text("givenKana", givenKana, 40),
        gender,
        birthDate,
        cleanPostalCode,
        Check.required("address", address, 120),
        cleanPhones,
        emergencyContacts.stream().map(EmergencyContact::checked).toList(),
        Check.text("insurerNumber", insurerNumber, 8),
        Check.text("insuredNumber", insuredNumber, 10),
        careLevel,
        careLevelFrom,
        careLevelTo,
        Check.text("physician", physician, 80),
        Check.text("careManager", careManager, 80),
        Check.text("allergies", allergies, 400),
        Check.text("healthInsurance", healthInsurance, 80),
        Check.text("elsewhereReason", elsewhereReason, 120));
  }

  public String fullName() {
    return givenName.isEmpty() ? familyName : familyName + " " + givenName;
  }

  public String kana() {
    return givenKana.isEmpty() ? familyKana : familyKana + " " + givenKana;
  }
}
