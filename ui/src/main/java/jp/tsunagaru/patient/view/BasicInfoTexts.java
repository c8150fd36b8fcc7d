package jp.tsunagaru.patient.view;

import java.util.stream.Collectors;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** What stands in a field of 基本情報, as a sentence of a history says it. */
final class BasicInfoTexts {
  private BasicInfoTexts() {}

  /** Blank for a field that is not filled in. */
  static String of(BasicField field, BasicInfo info) {
    return switch (field) {
      case NAME -> info.fullName();
      case KANA -> info.kana();
      case GENDER -> Names.of(info.gender());
      case BIRTH_DATE -> DateTexts.date(info.birthDate());
      case ADDRESS ->
          info.postalCode().isEmpty()
              ? info.address()
              : Texts.get("patient.addressWithCode", info.postalCode(), info.address());
      case PHONES -> String.join(Texts.get("list.separator"), info.phones());
      case EMERGENCY_CONTACTS ->
          info.emergencyContacts().stream()
              .map(BasicInfoTexts::contact)
              .collect(Collectors.joining(Texts.get("list.separator")));
      case INSURER_NUMBER -> info.insurerNumber();
      case INSURED_NUMBER -> info.insuredNumber();
      case CARE_LEVEL -> {
        CareLevel level = info.careLevel();
        yield level == null ? "" : Names.of(level);
      }
      case CARE_LEVEL_VALIDITY -> BasicInfoFacts.validity(info.careLevelFrom(), info.careLevelTo());
      case PHYSICIAN -> info.physician();
      case CARE_MANAGER -> info.careManager();
      case ALLERGIES -> info.allergies();
      case HEALTH_INSURANCE -> info.healthInsurance();
      case ELSEWHERE_REASON -> info.elsewhereReason();
    };
  }

  private static String contact(EmergencyContact contact) {
    return Texts.get(
            contact.relationship().isEmpty()
                ? "patient.emergency.line"
                : "patient.emergency.lineWithRelationship",
            contact.name(),
            contact.relationship())
        + " "
        + contact.phone();
  }
}
