package jp.tsunagaru.access.event;

import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** Nothing is open yet. */
public record LawfulOpeningRequested(
    LawfulOpeningId openingId,
    PatientId patientId,
    AccountId accountId,
    LawfulGround ground,
    Personal<String> explanation,
    int days,
    AccountId requestedBy)
    implements LawfulOpeningEvent {}
