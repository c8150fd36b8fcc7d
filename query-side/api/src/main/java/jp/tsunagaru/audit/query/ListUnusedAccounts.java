package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Accounts that can sign in and did not for so many days, the longest first; at most 500. Recorded.
 *
 * @param days 1 to 3,650
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListUnusedAccounts(int days) implements AuditRead {
  public ListUnusedAccounts {
    Check.that(days >= 1 && days <= 3650, RefusalCode.FIELD_INVALID, "days");
  }

  @Override
  public String scopeCode() {
    return "ACCOUNTS";
  }
}
