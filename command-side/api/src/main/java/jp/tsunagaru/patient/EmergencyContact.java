package jp.tsunagaru.patient;

import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/** 緊急連絡先. */
public record EmergencyContact(String name, String relationship, String phone) {
  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public EmergencyContact checked() {
    String cleanPhone = Check.required("emergencyPhone", phone, 20);
    Check.that(
        PhoneNumber.parse(cleanPhone).isPresent(), RefusalCode.FIELD_INVALID, "emergencyPhone");
    return new EmergencyContact(
        Check.required("emergencyName", name, 80),
        Check.text("relationship", relationship, 20),
        cleanPhone);
  }
}
