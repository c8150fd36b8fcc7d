package jp.tsunagaru.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one reported incident or defect (第28条). */
public record IncidentId(@JsonValue String value) implements Id {
  public IncidentId {
    Id.checked("inc", value);
  }

  public static IncidentId next() {
    return new IncidentId(Ids.next("inc"));
  }

  @Override
  public String toString() {
    return value;
  }
}
