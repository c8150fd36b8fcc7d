package jp.tsunagaru.audit.query;

public enum AccessResult {
  ANY,
  ALLOWED,
  REFUSED
}
