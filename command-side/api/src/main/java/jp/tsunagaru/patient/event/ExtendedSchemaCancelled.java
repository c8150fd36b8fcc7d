package jp.tsunagaru.patient.event;

import jp.tsunagaru.patient.ExtendedSchemasId;

/** What was planned will not begin. */
public record ExtendedSchemaCancelled(ExtendedSchemasId schemasId, String version)
    implements PatientEvent {}
