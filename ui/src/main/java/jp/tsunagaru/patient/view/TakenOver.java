package jp.tsunagaru.patient.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a record holds once it has taken a value over from another record of the same person
 * (PT-09). Where several may stand, the other's are added; nothing that is known here gets lost.
 */
final class TakenOver {
  private TakenOver() {}

  /** What the other record says of the person and this one does not, in the order of the form. */
  static List<BasicField> offered(BasicInfo mine, BasicInfo other) {
    return BasicField.differences(mine, other).stream()
        .filter(field -> !BasicInfoTexts.of(field, other).isEmpty())
        .filter(field -> !of(field, mine, other).equals(mine))
        .toList();
  }

  /**
   * A level and its validity belong together, as do the two numbers of the insurance, and an
   * address elsewhere and its reason.
   */
  static BasicInfo of(BasicField field, BasicInfo mine, BasicInfo other) {
    return switch (field) {
      case INSURER_NUMBER, INSURED_NUMBER ->
          with(EnumSet.of(BasicField.INSURER_NUMBER, BasicField.INSURED_NUMBER), mine, other);
      case CARE_LEVEL, CARE_LEVEL_VALIDITY ->
          with(EnumSet.of(BasicField.CARE_LEVEL, BasicField.CARE_LEVEL_VALIDITY), mine, other);
      case ADDRESS, ELSEWHERE_REASON ->
          with(EnumSet.of(BasicField.ADDRESS, BasicField.ELSEWHERE_REASON), mine, other);
      default -> with(EnumSet.of(field), mine, other);
    };
  }

  static List<String> of(ExtendedSchema.Field field, List<String> mine, List<String> other) {
    return switch (field.kind()) {
      case TEXT, DATE, CHOICE -> other.isEmpty() ? mine : other;
      case LONG ->
          other.isEmpty()
              ? mine
              : List.of(joined(mine.isEmpty() ? "" : mine.getFirst(), other.getFirst(), "\n"));
      case CHOICES -> {
        Set<String> both = new LinkedHashSet<>(mine);
        both.addAll(other);
        yield List.copyOf(both);
      }
    };
  }

  private static BasicInfo with(Set<BasicField> fields, BasicInfo mine, BasicInfo other) {
    BasicInfo name = fields.contains(BasicField.NAME) ? other : mine;
    BasicInfo kana = fields.contains(BasicField.KANA) ? other : mine;
    BasicInfo address = fields.contains(BasicField.ADDRESS) ? other : mine;
    boolean insurance = fields.contains(BasicField.INSURED_NUMBER);
    boolean level = fields.contains(BasicField.CARE_LEVEL);
    BasicInfo validity = level ? other : mine;
    return new BasicInfo(
        name.familyName(),
        name.givenName(),
        kana.familyKana(),
        kana.givenKana(),
        fields.contains(BasicField.GENDER) ? other.gender() : mine.gender(),
        fields.contains(BasicField.BIRTH_DATE) ? other.birthDate() : mine.birthDate(),
        address.postalCode(),
        address.address(),
        fields.contains(BasicField.PHONES) ? phones(mine, other) : mine.phones(),
        fields.contains(BasicField.EMERGENCY_CONTACTS)
            ? contacts(mine, other)
            : mine.emergencyContacts(),
        filled(insurance, mine.insurerNumber(), other.insurerNumber()),
        filled(insurance, mine.insuredNumber(), other.insuredNumber()),
        careLevel(level, mine, other),
        validity.careLevelFrom(),
        validity.careLevelTo(),
        filled(fields.contains(BasicField.PHYSICIAN), mine.physician(), other.physician()),
        filled(fields.contains(BasicField.CARE_MANAGER), mine.careManager(), other.careManager()),
        fields.contains(BasicField.ALLERGIES)
            ? joined(mine.allergies(), other.allergies(), Texts.get("list.separator"))
            : mine.allergies(),
        filled(
            fields.contains(BasicField.HEALTH_INSURANCE),
            mine.healthInsurance(),
            other.healthInsurance()),
        filled(
            fields.contains(BasicField.ELSEWHERE_REASON),
            mine.elsewhereReason(),
            other.elsewhereReason()));
  }

  private static String filled(boolean taken, String mine, String other) {
    return taken && !other.isEmpty() ? other : mine;
  }

  private static @Nullable CareLevel careLevel(boolean taken, BasicInfo mine, BasicInfo other) {
    CareLevel theirs = other.careLevel();
    return taken && theirs != null ? theirs : mine.careLevel();
  }

  private static String joined(String mine, String other, String between) {
    if (mine.isEmpty()) {
      return other;
    }
    return mine.contains(other) ? mine : mine + between + other;
  }

  private static List<String> phones(BasicInfo mine, BasicInfo other) {
    List<String> all = new ArrayList<>(mine.phones());
    for (String phone : other.phones()) {
      String digits = PhoneNumber.digitsOf(phone);
      if (all.stream().noneMatch(each -> PhoneNumber.digitsOf(each).equals(digits))) {
        all.add(phone);
      }
    }
    return all;
  }

  private static List<EmergencyContact> contacts(BasicInfo mine, BasicInfo other) {
    return Stream.concat(mine.emergencyContacts().stream(), other.emergencyContacts().stream())
        .distinct()
        .toList();
  }
}
