package jp.tsunagaru.access;

/** Why a record has to be read by somebody outside the team (TM-10). */
public enum EmergencyReason {
  /** 救急. */
  EMERGENCY_CARE,
  /** 災害. */
  DISASTER,
  OTHER
}
