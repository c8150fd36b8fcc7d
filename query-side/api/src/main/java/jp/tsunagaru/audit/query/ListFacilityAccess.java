package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the people of the asker's own facility did, newest first (domain.md §8.2: their metadata,
 * nothing of what was shown). Recorded like any other read of the access history.
 *
 * @param accountId one of them, or blank for all; others have no rows here
 * @param before the last row known, null for the first page
 * @param limit 1 to 200 rows
 */
@AllowedFor(Role.FACILITY_ADMIN)
public record ListFacilityAccess(
    String accountId, Instant from, Instant to, @Nullable AccessCursor before, int limit)
    implements AuditRead {
  @Override
  public String scopeCode() {
    return accountId.isEmpty() ? "OWN_FACILITY" : AuditScope.ACCOUNT.name();
  }

  @Override
  public String scopeId() {
    return accountId;
  }
}
