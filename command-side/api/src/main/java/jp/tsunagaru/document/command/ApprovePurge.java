package jp.tsunagaru.document.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.DocumentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Second of two persons: the administrator of the author's facility or the city destroys key, rows,
 * files and thumbnails (完全削除, DL-03). Refuses {@code SAME_PERSON}. No clinical content is shown to
 * the approver.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ApprovePurge(@TargetAggregateIdentifier DocumentId documentId)
    implements DocumentCommand {}
