package jp.tsunagaru.audit.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses are meant. What is blank or null does not narrow.
 *
 * @param action the code of what was done, such as {@code GetTimeline} or {@code DocumentConfirmed}
 * @param to exclusive
 */
public record AccessFilter(
    String patientId,
    String accountId,
    String facilityId,
    String documentId,
    @Nullable AccessKind kind,
    String action,
    AccessResult result,
    @Nullable AccessMark mark,
    Instant from,
    Instant to) {
  public static AccessFilter during(Instant from, Instant to) {
    return new AccessFilter("", "", "", "", null, "", AccessResult.ANY, null, from, to);
  }

  public AccessFilter about(AuditScope scope, String id) {
    return new AccessFilter(
        scope == AuditScope.PATIENT ? id : patientId,
        scope == AuditScope.ACCOUNT ? id : accountId,
        scope == AuditScope.FACILITY ? id : facilityId,
        scope == AuditScope.DOCUMENT ? id : documentId,
        kind,
        action,
        result,
        mark,
        from,
        to);
  }

  /** Without what has yet to happen, so that a file does not grow while it is written. */
  public AccessFilter until(Instant moment) {
    return new AccessFilter(
        patientId,
        accountId,
        facilityId,
        documentId,
        kind,
        action,
        result,
        mark,
        from,
        to.isBefore(moment) ? to : moment);
  }

  public AccessFilter marked(AccessMark wanted) {
    return new AccessFilter(
        patientId, accountId, facilityId, documentId, kind, action, result, wanted, from, to);
  }

  public String id(AuditScope scope) {
    return switch (scope) {
      case PATIENT -> patientId;
      case ACCOUNT -> accountId;
      case FACILITY -> facilityId;
      case DOCUMENT -> documentId;
    };
  }

  /** Under whom the question about it is recorded: the narrowest first. */
  String scopeCode() {
    for (AuditScope scope : AuditScope.values()) {
      if (!id(scope).isEmpty()) {
        return scope.name();
      }
    }
    return "ALL";
  }

  String scopeId() {
    return scopeCode().equals("ALL") ? "" : id(AuditScope.valueOf(scopeCode()));
  }
}
