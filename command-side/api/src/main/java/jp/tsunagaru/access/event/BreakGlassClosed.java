package jp.tsunagaru.access.event;

import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.patient.PatientId;

/** Ended before its time. */
public record BreakGlassClosed(BreakGlassId breakGlassId, PatientId patientId)
    implements BreakGlassEvent {}
