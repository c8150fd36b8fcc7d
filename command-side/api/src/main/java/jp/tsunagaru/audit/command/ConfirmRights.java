package jp.tsunagaru.audit.command;

import java.util.List;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The administrator says of accounts of the own facility whether they and their rights are still
 * needed; for the city's own office an operator does. May be said again until the quarter is
 * signed. Refused when an account may do other things now than were shown.
 *
 * @param quarter that of today
 * @param seen at least one account, with what was shown of it
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ConfirmRights(
    @TargetAggregateIdentifier RightsAttestationId attestationId,
    FiscalQuarter quarter,
    AttestationVerdict verdict,
    List<HeldRights> seen)
    implements AttestationCommand {
  public ConfirmRights {
    seen = List.copyOf(seen);
    Check.that(!seen.isEmpty(), RefusalCode.FIELD_REQUIRED, "accounts");
  }
}
