package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 第9条: the registered content as it is now. What needs no confirmation takes effect at once, the
 * rest waits for the city ({@link jp.tsunagaru.facility.FacilityField}) and takes the place of what
 * waited before; sent by the city, all of it takes effect. Refuses {@code CONFLICT} when it is
 * based on another version than the newest, {@code FACILITY_STATE} when the registration ended and
 * to the city while something waits for its decision.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ChangeFacility(
    @TargetAggregateIdentifier FacilityId facilityId,
    long basedOn,
    FacilityProfile profile,
    FacilityPeople people)
    implements FacilityCommand, FacilityScoped {
  public ChangeFacility {
    profile = profile.checked();
    people = people.checked();
  }
}
