package jp.tsunagaru.japanese;

/** Groups of professions, for permissions, colours and filters. */
public enum ProfessionFamily {
  MEDICAL,
  DENTAL,
  PHARMACY,
  NURSING,
  REHABILITATION,
  CARE_MANAGEMENT,
  CARE,
  WELFARE,
  ADMINISTRATION,
  OTHER
}
