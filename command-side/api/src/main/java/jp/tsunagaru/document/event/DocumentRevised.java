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

/** A new version; the former ones remain readable. */
public record DocumentRevised(
    DocumentId documentId,
    PatientId patientId,
    long version,
    AccountId authorId,
    FacilityId facilityId,
    Profession profession,
    LocalDate occurredOn,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    Personal<WrittenArticle> article,
    Personal<String> reason)
    implements DocumentEvent {}
