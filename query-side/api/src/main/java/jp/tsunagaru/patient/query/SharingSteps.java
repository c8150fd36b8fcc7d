package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.List;

/** Oldest first. */
public record SharingSteps(List<Step> steps) {
  public SharingSteps {
    steps = List.copyOf(steps);
  }

  public enum Kind {
    STOPPED,
    RESUMED,
    ENDED,
    END_TAKEN_BACK,
    WITHDRAWN
  }

  /**
   * @param by name of who recorded it
   * @param channel name of a {@link jp.tsunagaru.consent.RequestChannel}, or blank
   * @param endReason name of a {@link jp.tsunagaru.consent.EndReason}, or blank
   * @param requester who asked, or blank where nobody was named
   * @param relationship blank when the patient asked
   */
  public record Step(
      Instant at,
      Kind kind,
      String by,
      String facility,
      String channel,
      String endReason,
      String requester,
      String relationship) {}
}
