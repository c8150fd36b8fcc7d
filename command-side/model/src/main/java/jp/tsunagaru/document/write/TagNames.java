package jp.tsunagaru.document.write;

import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

/** The tags in use. */
interface TagNames {
  /**
   * @param list a facility's; null for the city's
   */
  boolean taken(@Nullable FacilityId list, String name);
}
