package jp.tsunagaru.consent.command;

import java.time.LocalDate;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 利用終結 (第19条, PT-06): five years of display for the team of this day begin. Refuses {@code
 * FUTURE_DATE}, {@code SHARING_STATE} before a consent or after an end, and 撤回, which is {@link
 * WithdrawConsent}.
 *
 * @param endedOn first of the five years
 */
public record EndUse(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    EndReason reason,
    LocalDate endedOn)
    implements ConsentCommand, PatientScoped {
  public EndUse {
    Check.that(reason != EndReason.WITHDRAWAL, RefusalCode.END_BY_WITHDRAWAL, "reason");
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }
}
