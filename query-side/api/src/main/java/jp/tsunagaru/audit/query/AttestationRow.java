package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

/**
 * How one facility stands in the quarter of today: figures and who signed.
 *
 * @param due the last day on which the next signature is in time
 * @param users accounts in use
 * @param answered those of them that were confirmed or marked in this quarter
 * @param corrections 要是正 that nobody has carried out yet
 * @param last the latest signature, of this quarter or a former one
 */
public record AttestationRow(
    FacilityId facilityId,
    String facility,
    FiscalQuarter quarter,
    AttestationState state,
    LocalDate due,
    int users,
    int answered,
    int corrections,
    @Nullable Signature last) {

  /**
   * @param toCorrect accounts that were marked 要是正
   */
  public record Signature(
      FiscalQuarter quarter, String by, Instant at, int needed, int toCorrect) {}
}
