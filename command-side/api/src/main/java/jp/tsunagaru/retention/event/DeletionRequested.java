package jp.tsunagaru.retention.event;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import org.jspecify.annotations.Nullable;

/**
 * 削除の申し出 (第16条2).
 *
 * @param facilityId that received it
 */
public record DeletionRequested(
    DeletionRequestId requestId,
    PatientId patientId,
    FacilityId facilityId,
    RequestChannel channel,
    IdentityCheck identityCheck,
    Personal<Requester> requester,
    DeletionScope scope,
    Set<DocumentId> documents,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LocalDate requestedOn,
    LocalDate dueOn)
    implements RetentionEvent {
  /** First day of a period; there is one for {@link DeletionScope#PERIOD}. */
  public LocalDate fromDay() {
    return Objects.requireNonNull(from);
  }

  /** Last day of a period. */
  public LocalDate toDay() {
    return Objects.requireNonNull(to);
  }
}
