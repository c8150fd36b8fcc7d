package jp.tsunagaru.facility.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

/**
 * @param changeWaits a change waits for the city to confirm it (第9条)
 * @param abolitionOn the day of a 廃止 that waits (第10条)
 * @param abolishedAt since when it does not take part any more
 */
public record FacilityRow(
    FacilityId facilityId,
    String name,
    Affiliation affiliation,
    int users,
    @Nullable Instant lastSignIn,
    boolean changeWaits,
    @Nullable LocalDate abolitionOn,
    @Nullable Instant abolishedAt) {
  public boolean waits() {
    return changeWaits || abolitionOn != null;
  }
}
