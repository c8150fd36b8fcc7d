package jp.tsunagaru.access.event;

import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.ReviewVerdict;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

public record BreakGlassReviewed(
    BreakGlassId breakGlassId,
    PatientId patientId,
    AccountId reviewerId,
    ReviewVerdict verdict,
    Personal<String> findings)
    implements BreakGlassEvent {}
