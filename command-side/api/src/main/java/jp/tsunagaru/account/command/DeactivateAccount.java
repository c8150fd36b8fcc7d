package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends an account for good; its sessions end at once. The id is never given again (AC-01, AC-13).
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record DeactivateAccount(
    @TargetAggregateIdentifier AccountId accountId, FacilityId facilityId, String reasonCode)
    implements AccountCommand, FacilityScoped {}
