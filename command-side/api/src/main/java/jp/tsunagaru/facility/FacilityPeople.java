package jp.tsunagaru.facility;

import jp.tsunagaru.refusal.Check;

/** The persons of 様式第1; a blank administrator means the representative (PF-08). */
public record FacilityPeople(String representative, String administrator) {
  public FacilityPeople {
    representative = Check.required("representative", representative, 80);
    administrator = Check.text("administrator", administrator, 80);
  }

  public String responsible() {
    return administrator.isEmpty() ? representative : administrator;
  }
}
