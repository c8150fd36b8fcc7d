package jp.tsunagaru.consent.event;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/**
 * 同意の撤回: hidden from everybody.
 *
 * @param retainedUntil last day of the five years, which an earlier end has begun already
 * @param team who could still carry out what the patient asks for
 */
public record ConsentWithdrawn(
    ConsentId consentId,
    PatientId patientId,
    RequestChannel channel,
    Personal<Requester> requester,
    LocalDate withdrawnOn,
    LocalDate retainedUntil,
    List<RetainedMember> team)
    implements ConsentEvent {}
