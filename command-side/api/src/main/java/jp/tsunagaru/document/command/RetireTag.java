package jp.tsunagaru.document.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.TagId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A tag of one's own list is no longer offered; articles that have it keep it. */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record RetireTag(@TargetAggregateIdentifier TagId tagId) implements DocumentCommand {}
