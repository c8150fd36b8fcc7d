package jp.tsunagaru.consent;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the team on the day use ended, who may display the record while it is kept (第19条2,
 * DL-05).
 *
 * @param groupId null for somebody named directly
 * @param rights of that day; writing needs more than these now
 */
public record RetainedMember(
    AccountId accountId,
    GrantId grantId,
    @Nullable GroupId groupId,
    TeamRole role,
    Set<Right> rights,
    @Nullable LocalDate from) {}
