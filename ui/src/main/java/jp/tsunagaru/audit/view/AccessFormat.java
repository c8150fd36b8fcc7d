package jp.tsunagaru.audit.view;

/** As what the access history leaves. */
enum AccessFormat {
  /** A table with the headings of the guideline's checklist (C-12). */
  CSV,
  /** FHIR AuditEvents, one a line, after the Basic Audit Log Patterns of IHE. */
  BALP
}
