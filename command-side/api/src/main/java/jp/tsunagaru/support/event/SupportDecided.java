package jp.tsunagaru.support.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.Adoption;

/** 採否 by the requester (第18条1). */
public record SupportDecided(
    DocumentId documentId,
    PatientId patientId,
    long version,
    AccountId writtenBy,
    FacilityId facilityId,
    Profession profession,
    Adoption adoption,
    Personal<WrittenArticle> reason)
    implements SupportEvent {}
