package jp.tsunagaru.support.command;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 辞退 by the addressee before anything was answered. Refuses like {@link AnswerSupport}. */
public record DeclineSupport(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    String reason)
    implements SupportCommand {
  public DeclineSupport {
    reason = Check.required("reason", reason, 400);
  }
}
