package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Hands the responsibility of 第7条3 to another administrator of the facility (PF-10), whose name
 * stands in the registered content from then on. Refuses {@code UNKNOWN_ACCOUNT} when that account
 * is no administrator of this facility or not in use, {@code CONFLICT} and {@code FACILITY_STATE}
 * like {@link ChangeFacility}.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record AppointAdministrator(
    @TargetAggregateIdentifier FacilityId facilityId, long basedOn, AccountId accountId)
    implements FacilityCommand, FacilityScoped {}
