package jp.tsunagaru.account.query;

import java.time.Instant;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

public record AccountRow(
    AccountId accountId,
    FacilityId facilityId,
    LoginId loginId,
    PersonName name,
    Profession profession,
    Set<Role> roles,
    AccountState state,
    Instant issuedAt,
    @Nullable Instant lastSignIn) {}
