package jp.tsunagaru.account.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a new one-time password; the old password and all sessions end at once (第11条1, AC-06). */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ReissueCredential(
    @TargetAggregateIdentifier AccountId accountId, FacilityId facilityId, Secret oneTimePassword)
    implements AccountCommand, FacilityScoped {}
