package jp.tsunagaru.access;

/** Why personal content goes on paper (DC-09, 第32条). */
public enum PrintPurpose {
  VISIT,
  MEETING,
  EXPLANATION,
  OTHER
}
