package jp.tsunagaru.careteam.query;

import java.util.List;

/** Everybody with access now, then ended memberships. */
public record Team(List<TeamMember> members) {}
