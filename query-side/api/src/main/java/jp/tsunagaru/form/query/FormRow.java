package jp.tsunagaru.form.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import org.jspecify.annotations.Nullable;

/**
 * A form in the list, without its content.
 *
 * @param enteredBy name of who began it
 * @param approvedBy name of the physician; blank before 確定
 * @param validFrom first day of the period of a confirmed order
 * @param validTo its last day
 * @param daysUncovered days between the former order of the same kind and this one, of which none
 *     orders; 0 when there is no gap
 */
public record FormRow(
    DocumentId documentId,
    FormKind kind,
    String formVersion,
    FormState state,
    long version,
    String enteredBy,
    String approvedBy,
    Instant changedAt,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable DocumentId supersededBy,
    int daysUncovered) {
  /** FM-08: how long before its end an order asks for the next one. */
  public static final int WATCH_DAYS = 14;

  /** Whether the order ends within two weeks from {@code today}. */
  public boolean endsSoon(LocalDate today) {
    return isInForce(today) && validTo != null && !validTo.isAfter(today.plusDays(WATCH_DAYS));
  }

  public boolean isInForce(LocalDate today) {
    return state == FormState.APPROVED
        && validFrom != null
        && validTo != null
        && !today.isBefore(validFrom)
        && !today.isAfter(validTo);
  }

  public boolean isOver(LocalDate today) {
    return state == FormState.APPROVED && validTo != null && today.isAfter(validTo);
  }
}
