package jp.tsunagaru.careteam;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one membership, the ground that every access names. */
public record GrantId(@JsonValue String value) implements Id {
  public GrantId {
    Id.checked("grt", value);
  }

  public static GrantId next() {
    return new GrantId(Ids.next("grt"));
  }

  @Override
  public String toString() {
    return value;
  }
}
