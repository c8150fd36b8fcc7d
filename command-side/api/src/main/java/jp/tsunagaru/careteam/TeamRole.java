package jp.tsunagaru.careteam;

/** The part a member plays for this patient (TM-01). */
public enum TeamRole {
  ATTENDING_PHYSICIAN,
  DENTIST,
  PHARMACIST,
  VISITING_NURSE,
  REHABILITATION,
  CARE_MANAGER,
  HOME_HELPER,
  SOCIAL_WORKER,
  OTHER
}
