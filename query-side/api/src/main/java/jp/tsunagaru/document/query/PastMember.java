package jp.tsunagaru.document.query;

import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.japanese.Profession;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was in the team at a moment, directly or through a group.
 *
 * @param name of the account today
 * @param profession null while the account is not known here
 * @param group its name at the moment; blank for a direct member
 * @param rights of then (第15条)
 */
public record PastMember(
    String name,
    String facility,
    @Nullable Profession profession,
    TeamRole role,
    String group,
    Set<Right> rights) {}
