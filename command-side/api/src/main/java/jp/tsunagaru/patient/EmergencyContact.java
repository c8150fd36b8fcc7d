package jp.tsunagaru.patient;

import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/** 緊急連絡先. */
public record EmergencyContact(String name, String relationship, String phone) {
  public EmergencyContact {
    name = Check.required("emergencyName", name, 80);
    relationship = Check.text("relationship", relationship, 20);
    phone = Check.required("emergencyPhone", phone, 20);
    Check.that(PhoneNumber.parse(phone).isPresent(), RefusalCode.FIELD_INVALID, "emergencyPhone");
  }
}
