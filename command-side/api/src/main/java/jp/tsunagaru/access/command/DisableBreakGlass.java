package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends 緊急閲覧, what is open included. */
@AllowedFor(Role.CITY_OPERATOR)
public record DisableBreakGlass(@TargetAggregateIdentifier BreakGlassSwitchId switchId)
    implements AccessCommand {}
