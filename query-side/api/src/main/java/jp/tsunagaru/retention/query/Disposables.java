package jp.tsunagaru.retention.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.LegalHoldId;
import org.jspecify.annotations.Nullable;

/**
 * Ids, days and numbers: nothing clinical and nobody's name.
 *
 * @param again what a restored backup brought back without keys
 */
public record Disposables(List<Kept> kept, List<Hold> holds, List<Done> done, Again again) {

  /**
   * @param disposable whether the last day is over and no hold is in force
   */
  public record Kept(
      PatientId patientId,
      EndReason reason,
      LocalDate endedOn,
      LocalDate until,
      int documents,
      boolean held,
      boolean disposable) {}

  public record Hold(
      LegalHoldId holdId,
      PatientId patientId,
      String reason,
      LocalDate until,
      String placedBy,
      Instant placedAt,
      @Nullable Instant liftedAt,
      boolean inForce) {}

  /** Something that was destroyed and can be certified. */
  public record Done(
      String recordId, Ground ground, Instant executedAt, String executedBy, int patients) {}

  /** Patients and documents that were erased after the backup that was restored. */
  public record Again(int patients, int documents) {
    public boolean nothing() {
      return patients + documents == 0;
    }
  }

  public enum Ground {
    REQUEST,
    DISPOSAL,
    PURGE,
    REPEATED
  }
}
