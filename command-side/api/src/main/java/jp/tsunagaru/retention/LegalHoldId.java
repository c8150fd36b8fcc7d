package jp.tsunagaru.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one hold on deletion and disposal (DL-10). */
public record LegalHoldId(@JsonValue String value) implements Id {
  public LegalHoldId {
    Id.checked("hld", value);
  }

  public static LegalHoldId next() {
    return new LegalHoldId(Ids.next("hld"));
  }

  @Override
  public String toString() {
    return value;
  }
}
