package jp.tsunagaru.support.command;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 取り下げ by the requester or a colleague of the same facility before the decision. Refuses {@code
 * NOT_FOUND} to everybody else, {@code SUPPORT_STATE}, {@code CONFLICT}.
 */
public record WithdrawSupport(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    String reason)
    implements SupportCommand {
  public WithdrawSupport {
    reason = Check.required("reason", reason, 400);
  }
}
