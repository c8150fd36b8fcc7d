package jp.tsunagaru.access;

import jp.tsunagaru.facility.FacilityId;

/**
 * A message that the administrator of this very facility may send, or the city in his place
 * (第11条2).
 */
public interface FacilityScoped {
  FacilityId facilityId();
}
