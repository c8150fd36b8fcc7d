package jp.tsunagaru.careteam.query;

import java.time.Instant;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * @param accountId null for a group's own row
 * @param groupId null for a direct member; members of a group carry the group they come through
 * @param lastViewedAt when this member last saw this patient's record; null for never
 * @param ended when the membership ended; null while it lasts
 */
public record TeamMember(
    GrantId grantId,
    @Nullable AccountId accountId,
    @Nullable GroupId groupId,
    String name,
    String facility,
    @Nullable Profession profession,
    MembershipTerms terms,
    @Nullable Instant lastViewedAt,
    @Nullable Instant ended) {}
