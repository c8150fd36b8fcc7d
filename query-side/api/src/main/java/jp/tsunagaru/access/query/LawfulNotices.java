package jp.tsunagaru.access.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** Newest first. */
public record LawfulNotices(List<Notice> notices) {
  /**
   * @param patientId whose record may be displayed; null where this only tells of an opening
   * @param registeredAt when the facility registered the patient
   */
  public record Notice(
      @Nullable PatientId patientId,
      String person,
      String facility,
      LawfulGround ground,
      Instant registeredAt,
      Instant openedAt,
      Instant end,
      boolean inForce) {}
}
