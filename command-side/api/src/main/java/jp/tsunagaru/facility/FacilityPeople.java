package jp.tsunagaru.facility;

import jp.tsunagaru.refusal.Check;

/** The persons of 様式第1; a blank administrator means the representative (PF-08). */
public record FacilityPeople(String representative, String administrator) {
  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public FacilityPeople checked() {
    return new FacilityPeople(
        Check.required("representative", representative, 80),
        Check.text("administrator", administrator, 80));
  }

  public String responsible() {
    return administrator.isEmpty() ? representative : administrator;
  }
}
