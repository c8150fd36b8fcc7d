package jp.tsunagaru.careteam.event;

import jp.tsunagaru.careteam.GroupId;

/** The group is gone. */
public record GroupDissolved(GroupId groupId) implements CareTeamEvent {}
