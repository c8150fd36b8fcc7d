package jp.tsunagaru.access.event;

import java.time.Instant;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param accountId who displays the record from now on
 * @param until it ends then by itself, without another event
 */
public record LawfulOpeningApproved(
    LawfulOpeningId openingId,
    PatientId patientId,
    AccountId accountId,
    AccountId approvedBy,
    Instant until)
    implements LawfulOpeningEvent {}
