package jp.tsunagaru.patient.query;

/** 状態 by which a list is narrowed; a patient may be in several. */
public enum PatientState {
  PROVISIONAL,
  STOPPED,
  CARE_LEVEL_EXPIRED
}
