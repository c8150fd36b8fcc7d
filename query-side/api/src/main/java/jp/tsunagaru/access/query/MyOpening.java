package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param inForce whether the record can be read by it now
 */
public record MyOpening(
    BreakGlassId breakGlassId,
    PatientId patientId,
    Instant openedAt,
    Instant until,
    boolean inForce) {}
