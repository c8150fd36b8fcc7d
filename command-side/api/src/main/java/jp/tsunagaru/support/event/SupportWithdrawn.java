package jp.tsunagaru.support.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 取り下げ. */
public record SupportWithdrawn(
    DocumentId documentId,
    PatientId patientId,
    long version,
    AccountId writtenBy,
    FacilityId facilityId,
    Profession profession,
    Personal<WrittenArticle> reason)
    implements SupportEvent {}
