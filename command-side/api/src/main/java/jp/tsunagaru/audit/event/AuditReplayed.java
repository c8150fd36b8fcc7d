package jp.tsunagaru.audit.event;

import java.time.Instant;

/** An auditor looked at the access history; the auditor is recorded like anybody. */
public record AuditReplayed(String scope, String scopeId, Instant from, Instant to, int results)
    implements AccessEvent {}
