package jp.tsunagaru.access;

import java.time.Instant;

/** A query into the access history, recorded like any other read. */
public interface AuditRead {
  String scopeCode();

  String scopeId();

  Instant from();

  Instant to();
}
