package jp.tsunagaru.consent;

/** Through whom the patient asked (様式第2 §3, PT-10). */
public enum RequestChannel {
  PHYSICIAN,
  CARE_MANAGER,
  CITY,
  FAMILY,
  OTHER
}
