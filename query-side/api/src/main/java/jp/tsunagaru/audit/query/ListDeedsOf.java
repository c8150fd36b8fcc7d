package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;

/**
 * Everything a user did in a time: what was read, refused and changed, and the sign-ins, in order;
 * at most 1,000. Recorded.
 *
 * @param to exclusive
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListDeedsOf(AccountId accountId, Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return AuditScope.ACCOUNT.name();
  }

  @Override
  public String scopeId() {
    return accountId.value();
  }
}
