package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city gives a change back with its reason; the registered content stays. Refuses {@code
 * CONFLICT} and {@code FACILITY_STATE} like {@link ConfirmFacilityChange}.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record DeclineFacilityChange(
    @TargetAggregateIdentifier FacilityId facilityId, long basedOn, String reason)
    implements FacilityCommand {
  public static final int LONGEST_REASON = 400;

  public DeclineFacilityChange {
    reason = Check.required("reason", reason, LONGEST_REASON);
  }
}
