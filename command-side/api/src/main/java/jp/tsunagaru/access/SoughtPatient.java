package jp.tsunagaru.access;

import java.time.LocalDate;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Somebody whom one has in front of oneself: the birth date with the whole name, in kanji or kana,
 * or with the number of the insured. There is no list to choose from (PT-12).
 *
 * @param name blank when the number is known
 * @param insuredNumber blank when the name is known
 */
public record SoughtPatient(LocalDate birthDate, String name, String insuredNumber) {
  public SoughtPatient checked() {
    String cleanName = Check.text("patientName", name, 80);
    String cleanNumber = Check.text("insuredNumber", insuredNumber, 10);
    Check.that(
        !cleanName.isEmpty() || !cleanNumber.isEmpty(), RefusalCode.FIELD_REQUIRED, "patientName");
    return new SoughtPatient(birthDate, cleanName, cleanNumber);
  }
}
