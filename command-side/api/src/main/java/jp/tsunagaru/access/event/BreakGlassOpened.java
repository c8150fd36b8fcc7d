package jp.tsunagaru.access.event;

import java.time.Instant;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/**
 * @param until it ends then by itself, without another event
 */
public record BreakGlassOpened(
    BreakGlassId breakGlassId,
    PatientId patientId,
    AccountId accountId,
    FacilityId facilityId,
    EmergencyReason reason,
    Personal<String> explanation,
    Instant until)
    implements BreakGlassEvent {}
