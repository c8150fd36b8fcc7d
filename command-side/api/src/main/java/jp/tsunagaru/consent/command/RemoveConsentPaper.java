package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a sheet away that does not belong there; from then on nobody opens its files. */
public record RemoveConsentPaper(
    @TargetAggregateIdentifier DocumentId documentId, PatientId patientId, String reasonCode)
    implements ConsentCommand, PatientScoped {
  public RemoveConsentPaper {
    reasonCode = Check.required("reason", reasonCode, 40);
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
