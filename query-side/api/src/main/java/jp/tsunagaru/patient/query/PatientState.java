package jp.tsunagaru.patient.query;

/** 状態 by which a list is narrowed; a patient may be in several. */
public enum PatientState {
  PROVISIONAL,
  STOPPED,
  ENDED,
  CARE_LEVEL_EXPIRED,
  /** Nobody of another facility is in charge (PF-13). */
  ONLY_OWN_FACILITY
}
