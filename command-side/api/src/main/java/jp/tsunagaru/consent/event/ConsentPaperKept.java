package jp.tsunagaru.consent.event;

import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.consent.PaperPlace;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 様式第2 as it was signed: its files, and where the paper lies. */
public record ConsentPaperKept(
    DocumentId documentId,
    PatientId patientId,
    AccountId keptBy,
    FacilityId facilityId,
    Profession profession,
    List<AttachmentId> files,
    Personal<PaperPlace> place)
    implements ConsentEvent {}
