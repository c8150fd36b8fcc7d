package jp.tsunagaru.form;

/** What may stand in a field; {@link FormField#checked} says how it is kept. */
public enum FieldType {
  /** One line. */
  TEXT,
  /** Several lines. */
  AREA,
  /** A day, as ISO text. */
  DATE,
  /** First and last day, both included; a missing one is blank. */
  PERIOD,
  /** A day of which year, or year and month, may be all that is known, or {@code UNKNOWN}. */
  PARTIAL_DATE,
  /** A decimal number without sign. */
  NUMBER,
  /** A tick; {@code 1} when set. */
  FLAG,
  /** At most one choice, by code. */
  CHOICE,
  /** Any choices, by code, in the order of the sheet. */
  CHOICES,
  /** Rows of cells, row by row. */
  TABLE
}
