package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 廃止 (第10条, PF-12), for good: all accounts of the facility stop at once with their sessions, their
 * memberships and groups end, the portal lists it no longer; what its people wrote stays with the
 * facility's name. All of it happens or nothing. Refuses {@code FACILITY_STATE} without a request,
 * {@code ABOLITION_TOO_EARLY} before its day, {@code PATIENTS_LEFT} when patients keep nobody in
 * charge and no arrangement is written down (PF-13).
 *
 * @param arrangement who cares for those patients from then on; may be empty when there are none
 */
@AllowedFor(Role.CITY_OPERATOR)
public record AbolishFacility(
    @TargetAggregateIdentifier FacilityId facilityId, long basedOn, String arrangement)
    implements FacilityCommand {
  public static final int LONGEST_ARRANGEMENT = 1_000;

  public AbolishFacility {
    arrangement = Check.text("arrangement", arrangement, LONGEST_ARRANGEMENT);
  }
}
