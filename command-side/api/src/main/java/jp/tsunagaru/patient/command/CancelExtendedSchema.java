package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.ExtendedSchemasId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes back what was planned, before its first day. Refuses {@code CONFLICT} when that version is
 * not the planned one any more.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record CancelExtendedSchema(
    @TargetAggregateIdentifier ExtendedSchemasId schemasId, String version)
    implements PatientCommand {}
