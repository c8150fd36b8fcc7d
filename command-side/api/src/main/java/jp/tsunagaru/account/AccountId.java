package jp.tsunagaru.account;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies an account, that is one person at one facility in one profession. */
public record AccountId(@JsonValue String value) implements Id {
  public AccountId {
    Id.checked("acc", value);
  }

  public static AccountId next() {
    return new AccountId(Ids.next("acc"));
  }

  @Override
  public String toString() {
    return value;
  }
}
