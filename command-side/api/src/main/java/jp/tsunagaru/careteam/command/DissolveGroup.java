package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a group and every access that came through it. */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record DissolveGroup(@TargetAggregateIdentifier GroupId groupId)
    implements CareTeamCommand {}
