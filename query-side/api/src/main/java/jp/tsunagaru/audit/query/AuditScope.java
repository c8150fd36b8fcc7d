package jp.tsunagaru.audit.query;

public enum AuditScope {
  PATIENT,
  ACCOUNT,
  FACILITY,
  DOCUMENT
}
