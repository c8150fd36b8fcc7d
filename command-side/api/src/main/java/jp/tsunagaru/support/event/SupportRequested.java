package jp.tsunagaru.support.event;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import org.jspecify.annotations.Nullable;

/**
 * 支援依頼; with a version above 1 the wording that replaced the one before.
 *
 * @param writtenBy the requester for version 1, afterwards perhaps a colleague
 * @param contract how the facilities call their contract
 */
public record SupportRequested(
    DocumentId documentId,
    PatientId patientId,
    long version,
    AccountId writtenBy,
    FacilityId facilityId,
    Profession profession,
    SupportKind kind,
    Addressee addressee,
    @Nullable LocalDate dueOn,
    List<DocumentId> references,
    Personal<WrittenArticle> request,
    Personal<String> contract)
    implements SupportEvent {}
