package jp.tsunagaru.facility.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.RegisteredContent;
import org.jspecify.annotations.Nullable;

/**
 * @param version what a command about it is based on
 * @param administrator who answers for the users (第7条3); null for the city's own office
 * @param wanted the content as it is to become once the city confirms it
 * @param abolition 廃止の申請 that waits
 * @param steps newest first
 */
public record FacilitySheet(
    FacilityId facilityId,
    long version,
    RegisteredContent content,
    @Nullable Administrator administrator,
    @Nullable RegisteredContent wanted,
    @Nullable Abolition abolition,
    boolean abolished,
    List<Step> steps) {
  public FacilitySheet {
    steps = List.copyOf(steps);
  }

  public record Administrator(AccountId accountId, String name) {}

  /**
   * @param on from which day the facility no longer takes part
   */
  public record Abolition(LocalDate on, String reason) {}

  public enum Kind {
    REGISTERED,
    CHANGED,
    ADMINISTRATOR_APPOINTED,
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
   * @param appointed name of who was appointed, else empty
   * @param on of {@link Kind#ABOLITION_REQUESTED}
   * @param patientsLeft of {@link Kind#ABOLISHED}
   */
  public record Step(
      Kind kind,
      Instant at,
      String by,
      @Nullable RegisteredContent before,
      @Nullable RegisteredContent after,
      String appointed,
      String note,
      @Nullable LocalDate on,
      int patientsLeft) {}
}
