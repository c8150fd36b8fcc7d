package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * The proof that one access stands unchanged in the signed log (C-10). Recorded like any other
 * read.
 *
 * @param at when the access happened
 */
@AllowedFor(Role.CITY_AUDITOR)
public record FindRecordProof(String eventId, Instant at) implements AuditRead {
  @Override
  public String scopeCode() {
    return "EVENT";
  }

  @Override
  public String scopeId() {
    return eventId;
  }

  @Override
  public Instant from() {
    return at;
  }

  @Override
  public Instant to() {
    return at;
  }
}
