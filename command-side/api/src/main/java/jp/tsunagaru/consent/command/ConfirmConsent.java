package jp.tsunagaru.consent.command;

import java.time.LocalDate;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The patient, for whom somebody else had signed, agrees in person: a minor who came of age, or
 * somebody who can decide again (PT-03). Refuses {@code SHARING_STATE} where no proxy signed,
 * {@code FUTURE_DATE}.
 *
 * @param textVersion version of the form's text that was explained (PT-05)
 */
public record ConfirmConsent(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    LocalDate confirmedOn,
    String textVersion)
    implements ConsentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
