package jp.tsunagaru.facility;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a facility; {@link #CITY} is the city's own office and its contractor. */
public record FacilityId(@JsonValue String value) implements Id {
  public static final FacilityId CITY = new FacilityId("fac_00000000000000000000000000");

  public FacilityId {
    Id.checked("fac", value);
  }

  public static FacilityId next() {
    return new FacilityId(Ids.next("fac"));
  }

  @Override
  public String toString() {
    return value;
  }
}
