package jp.tsunagaru.retention.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import org.jspecify.annotations.Nullable;

/**
 * @param patientName blank for those who do not take care of the patient, and after everything was
 *     erased
 * @param requester likewise
 * @param documents how many documents were named one by one
 * @param held whether the city keeps it from being carried out (DL-10)
 */
public record DeletionRequestRow(
    DeletionRequestId requestId,
    PatientId patientId,
    String patientName,
    String requester,
    String relationship,
    RequestChannel channel,
    IdentityCheck identityCheck,
    DeletionScope scope,
    int documents,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LocalDate requestedOn,
    LocalDate dueOn,
    String facility,
    String receivedBy,
    State state,
    String doneBy,
    @Nullable Instant doneAt,
    boolean overdue,
    boolean held,
    boolean mayTakeBack,
    boolean mayExecute) {

  public enum State {
    OPEN,
    TAKEN_BACK,
    EXECUTED
  }
}
