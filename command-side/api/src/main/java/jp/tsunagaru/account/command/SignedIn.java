package jp.tsunagaru.account.command;

import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;

/** What the application knows of a person who signed in. */
public record SignedIn(
    AccountId accountId,
    FacilityId facilityId,
    Set<Role> roles,
    Profession profession,
    String displayName,
    String facilityName,
    boolean mustChangePassword,
    boolean mustPledge) {}
