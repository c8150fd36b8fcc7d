package jp.tsunagaru.patient.query;

/** As what a list leaves the application. */
public enum ListFormat {
  CSV,
  PRINT
}
