package jp.tsunagaru.support.command;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.support.Adoption;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 採否 of the answer by who asked, and by nobody else: the responsibility is the requester's (第18条1).
 * It can be decided anew. Refuses {@code NOT_FOUND} to everybody else, {@code SUPPORT_STATE},
 * {@code CONFLICT}.
 *
 * @param reason required unless all of it is adopted
 */
public record DecideSupport(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    Adoption adoption,
    String reason)
    implements SupportCommand {
  public DecideSupport {
    reason = Check.text("reason", reason, 1000);
    Check.that(
        adoption == Adoption.ADOPTED || !reason.isEmpty(), RefusalCode.FIELD_REQUIRED, "reason");
  }
}
