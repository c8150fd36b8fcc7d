package jp.tsunagaru.account.event;

import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;

/** 第8条2: a user id was issued; credentials are kept apart and never in events. */
public record AccountIssued(
    AccountId accountId,
    FacilityId facilityId,
    LoginId loginId,
    Set<Role> roles,
    Profession profession,
    Personal<PersonName> name)
    implements AccountEvent {}
