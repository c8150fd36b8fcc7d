package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What was asked for goes beyond the cooperation: an estimate (第28条3).
 *
 * @param yen with tax, 1 to 100,000,000
 * @param scope what it covers, 1 to 2,000 characters
 */
@AllowedFor(Role.CONTRACTOR_OPS)
public record OfferEstimate(
    @TargetAggregateIdentifier IncidentId incidentId, long yen, String scope)
    implements IncidentCommand {
  public OfferEstimate {
    Check.that(yen >= 1 && yen <= 100_000_000, RefusalCode.FIELD_INVALID, "yen");
    scope = Check.required("scope", scope, 2000);
  }
}
