package jp.tsunagaru.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Id;

/** Identifies the attestations of one facility, quarter after quarter (C-07). */
public record RightsAttestationId(@JsonValue String value) implements Id {
  public RightsAttestationId {
    Id.checked("rat", value);
  }

  public static RightsAttestationId of(FacilityId facilityId) {
    return new RightsAttestationId("rat_" + facilityId.suffix());
  }

  @Override
  public String toString() {
    return value;
  }
}
