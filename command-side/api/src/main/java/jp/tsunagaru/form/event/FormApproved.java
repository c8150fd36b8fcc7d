package jp.tsunagaru.form.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/**
 * 確定.
 *
 * @param enteredBy who began the form; the physician when it was not 代行入力
 * @param approvedBy the physician
 * @param facilityId of the physician
 */
public record FormApproved(
    DocumentId documentId,
    PatientId patientId,
    long version,
    String formVersion,
    AccountId enteredBy,
    AccountId approvedBy,
    FacilityId facilityId,
    Personal<WrittenForm> form)
    implements FormEvent {}
