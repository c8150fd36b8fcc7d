package jp.tsunagaru.facility;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies an application of 様式第1. */
public record ApplicationId(@JsonValue String value) implements Id {
  public ApplicationId {
    Id.checked("app", value);
  }

  public static ApplicationId next() {
    return new ApplicationId(Ids.next("app"));
  }

  @Override
  public String toString() {
    return value;
  }
}
