package jp.tsunagaru.form.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 下書き under the id of who typed it. */
public record FormDrafted(
    DocumentId documentId,
    PatientId patientId,
    long version,
    String formVersion,
    AccountId enteredBy,
    FacilityId facilityId,
    Profession profession,
    Personal<WrittenForm> form)
    implements FormEvent {}
