package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;

/**
 * What a team learns of an opening.
 *
 * @param end when it ended or will end
 */
public record TeamOpening(
    BreakGlassId breakGlassId,
    PatientId patientId,
    AccountId accountId,
    String name,
    String facility,
    EmergencyReason reason,
    Instant openedAt,
    Instant end,
    boolean inForce) {}
