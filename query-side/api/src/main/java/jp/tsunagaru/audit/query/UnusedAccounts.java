package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param inUse how many accounts can sign in at all
 */
public record UnusedAccounts(List<Unused> accounts, int inUse) implements Counted {
  /**
   * @param lastSignIn null when there was none since the account was issued
   */
  public record Unused(
      String name,
      String loginId,
      String facility,
      Set<String> roles,
      Instant issuedAt,
      @Nullable Instant lastSignIn) {}

  @Override
  public int results() {
    return accounts.size();
  }
}
