package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;

/**
 * For how many patients nobody is in charge any more when a user leaves (PF-13). Numbers only: an
 * administrator learns of no patient by it (PT-12).
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record GetLeavingEffect(FacilityId facilityId, AccountId accountId)
    implements FacilityScoped {}
