package jp.tsunagaru.retention.command;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * 削除の申し出 (第16条2, PT-11): a ticket that has to be carried out by its due day; nothing is deleted
 * yet. Refuses {@code FUTURE_DATE} and a scope that names nothing.
 *
 * @param documents of {@link DeletionScope#DOCUMENTS}, else empty
 * @param from first day of {@link DeletionScope#PERIOD}, else null
 * @param to last day of it
 */
public record RequestDeletion(
    @TargetAggregateIdentifier DeletionRequestId requestId,
    PatientId patientId,
    RequestChannel channel,
    IdentityCheck identityCheck,
    Requester requester,
    DeletionScope scope,
    Set<DocumentId> documents,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LocalDate requestedOn,
    LocalDate dueOn)
    implements RetentionCommand, PatientScoped {
  public RequestDeletion {
    requester = requester.checked();
    documents = Set.copyOf(documents);
    switch (scope) {
      case DOCUMENTS ->
          Check.that(!documents.isEmpty(), RefusalCode.DELETION_SCOPE_EMPTY, "documents");
      case PERIOD ->
          Check.that(
              from != null && to != null && !to.isBefore(from),
              RefusalCode.DELETION_SCOPE_EMPTY,
              "period");
      case EVERYTHING -> {}
    }
    Check.that(!dueOn.isBefore(requestedOn), RefusalCode.FIELD_INVALID, "dueOn");
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }

  @Override
  public boolean afterEnd() {
    return true;
  }
}
