package jp.tsunagaru.facility.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.RegisteredContent;
import org.jspecify.annotations.Nullable;

/**
 * @param version what a command about it is based on
 * @param wanted the content as it is to become once the city confirms it
 * @param abolition 廃止の申請 that waits
 * @param steps newest first
 */
public record FacilitySheet(
    FacilityId facilityId,
    long version,
    RegisteredContent content,
    @Nullable RegisteredContent wanted,
    @Nullable Abolition abolition,
    boolean abolished,
    List<Step> steps) {
  public FacilitySheet {
    steps = List.copyOf(steps);
  }

  /**
   * @param on from which day the facility no longer takes part
   */
  public record Abolition(LocalDate on, String reason) {}

  public enum Kind {
    REGISTERED,
    CHANGED,
    CHANGE_REQUESTED,
    CHANGE_TAKEN_BACK,
    CHANGE_CONFIRMED,
    CHANGE_DECLINED,
    ABOLITION_REQUESTED,
    ABOLITION_TAKEN_BACK,
    ABOLISHED
  }

  /**
   * @param by name of who did it, empty for the system
   * @param before registered content before a change or wish; null for other steps
   * @param after what it was changed to or is to become; null for other steps
   * @param note a reason or an arrangement, may be empty
   * @param on of {@link Kind#ABOLITION_REQUESTED}
   * @param patientsLeft of {@link Kind#ABOLISHED}
   */
  public record Step(
      Kind kind,
      Instant at,
      String by,
      @Nullable RegisteredContent before,
      @Nullable RegisteredContent after,
      String note,
      @Nullable LocalDate on,
      int patientsLeft) {}
}
