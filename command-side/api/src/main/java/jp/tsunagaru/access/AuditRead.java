package jp.tsunagaru.access;

import java.time.Instant;

/** A query into the access history, recorded like any other read. */
public interface AuditRead {
  String scopeCode();

  /** Whose history; blank for what is about nobody in particular. */
  default String scopeId() {
    return "";
  }

  /** Begin of the period that is asked for; without one, the same as its end. */
  default Instant from() {
    return Instant.EPOCH;
  }

  default Instant to() {
    return Instant.EPOCH;
  }

  /** Why it leaves the system, as a code; blank for what stays on the screen. */
  default String purposeCode() {
    return "";
  }
}
