package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends an opening before its time, or what was asked for without its being opened. */
@AllowedFor(Role.CITY_OPERATOR)
public record CloseLawfulOpening(@TargetAggregateIdentifier LawfulOpeningId openingId)
    implements AccessCommand {}
