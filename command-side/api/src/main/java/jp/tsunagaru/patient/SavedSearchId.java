package jp.tsunagaru.patient;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a search that somebody keeps. */
public record SavedSearchId(@JsonValue String value) implements Id {
  public SavedSearchId {
    Id.checked("sch", value);
  }

  public static SavedSearchId next() {
    return new SavedSearchId(Ids.next("sch"));
  }

  @Override
  public String toString() {
    return value;
  }
}
