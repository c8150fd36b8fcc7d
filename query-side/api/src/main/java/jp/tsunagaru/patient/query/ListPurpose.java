package jp.tsunagaru.patient.query;

/** What a list of patients is taken out for (第32条, LS-07). */
public enum ListPurpose {
  VISIT_PLANNING,
  TEAM_MEETING,
  HANDOVER,
  DISASTER,
  INSURANCE_CLAIM
}
