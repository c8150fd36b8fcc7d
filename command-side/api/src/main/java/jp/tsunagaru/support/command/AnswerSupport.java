package jp.tsunagaru.support.command;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What the addressee says; again to add to it until the requester has decided. Refuses {@code
 * NOT_FOUND} to everybody else, {@code SUPPORT_STATE}, {@code CONFLICT}.
 */
public record AnswerSupport(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    String answer)
    implements SupportCommand {
  public AnswerSupport {
    answer = Check.required("answer", answer, RequestSupport.LONGEST_TEXT);
  }
}
