package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends an opening before its time, by who opened it or by the city. */
@AllowedFor({Role.CARE_USER, Role.CITY_OPERATOR})
public record CloseBreakGlass(@TargetAggregateIdentifier BreakGlassId breakGlassId)
    implements AccessCommand {}
