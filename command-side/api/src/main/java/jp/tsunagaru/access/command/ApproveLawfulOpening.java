package jp.tsunagaru.access.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The second person opens what was asked for, from now on. Refuses {@code SAME_PERSON}, {@code
 * LAWFUL_OPENING_STATE}.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ApproveLawfulOpening(@TargetAggregateIdentifier LawfulOpeningId openingId)
    implements AccessCommand {}
