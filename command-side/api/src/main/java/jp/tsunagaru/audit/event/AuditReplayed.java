package jp.tsunagaru.audit.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An auditor looked at the access history; the auditor is recorded like anybody.
 *
 * @param action the simple name of the query
 * @param purpose why it left the system, as a code; blank when it stayed on the screen
 */
public record AuditReplayed(
    String scope,
    String scopeId,
    Instant from,
    Instant to,
    int results,
    String action,
    String purpose)
    implements AccessEvent {
  public AuditReplayed {
    // Events from before there were several questions do not have them.
    action =
        Objects.requireNonNullElseGet(
            action, () -> scope.equals("EVENT") ? "FindRecordProof" : "ReplayAccess");
    purpose = Objects.requireNonNullElse(purpose, "");
  }
}
