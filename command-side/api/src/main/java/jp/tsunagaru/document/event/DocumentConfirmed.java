package jp.tsunagaru.document.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 確定, version 1. The actor in the metadata is the author. */
public record DocumentConfirmed(
    DocumentId documentId,
    PatientId patientId,
    AccountId authorId,
    FacilityId facilityId,
    Profession profession,
    LocalDate occurredOn,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    Personal<WrittenArticle> article)
    implements DocumentEvent {}
