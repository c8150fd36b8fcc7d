package jp.tsunagaru.consent.event;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.patient.PatientId;

/**
 * 利用終結 (第19条).
 *
 * @param retainedUntil last day of the five years
 * @param displayed whether the team may go on displaying; not when sharing was stopped
 * @param team of the moment of recording
 */
public record UseEnded(
    ConsentId consentId,
    PatientId patientId,
    EndReason reason,
    LocalDate endedOn,
    LocalDate retainedUntil,
    boolean displayed,
    List<RetainedMember> team)
    implements ConsentEvent {}
