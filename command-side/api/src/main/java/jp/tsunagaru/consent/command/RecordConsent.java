package jp.tsunagaru.consent.command;

import java.time.LocalDate;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records a signed 様式第2. Refuses {@code CONSENT_ALREADY_GIVEN} (a second one is not asked for,
 * 第16条1但書), {@code FUTURE_DATE}, a proxy without ground, name and relationship, {@code
 * CONSENT_OF_ADULT} and {@code CONSENT_OF_MINOR} where the ground does not fit the age of that day.
 *
 * @param textVersion version of the form's text that was signed (PT-05)
 */
public record RecordConsent(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    ConsentKind kind,
    @Nullable ProxyGround ground,
    AccountId explainerId,
    LocalDate consentedOn,
    String textVersion,
    ConsentSignatures signatures)
    implements ConsentCommand, PatientScoped {
  public RecordConsent {
    signatures = signatures.checked();
    if (kind == ConsentKind.PROXY) {
      Check.that(ground != null, RefusalCode.PROXY_GROUND_INVALID, "ground");
      Check.required("relationship", signatures.relationship(), 20);
    }
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
