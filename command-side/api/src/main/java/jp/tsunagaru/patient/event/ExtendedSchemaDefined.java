package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemasId;
import org.jspecify.annotations.Nullable;

/**
 * What 拡張情報 consists of from its first day on.
 *
 * @param replaced version that was planned and will not begin
 */
public record ExtendedSchemaDefined(
    ExtendedSchemasId schemasId, ExtendedSchema schema, @Nullable String replaced)
    implements PatientEvent {}
