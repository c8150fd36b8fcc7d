package jp.tsunagaru.account.command;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Issues a user id and a one-time password (第8条2). Refuses {@code LOGIN_ID_TAKEN}; the password is
 * good for 72 hours and one use (AC-03). Only care and administrator roles at a care facility; city
 * roles only by the city.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record IssueAccount(
    @TargetAggregateIdentifier AccountId accountId,
    FacilityId facilityId,
    LoginId loginId,
    Secret oneTimePassword,
    Set<Role> roles,
    Profession profession,
    PersonName name)
    implements AccountCommand, FacilityScoped {
  public IssueAccount {
    name = name.checked();
  }
}
