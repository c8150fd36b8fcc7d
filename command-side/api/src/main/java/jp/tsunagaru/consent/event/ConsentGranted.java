package jp.tsunagaru.consent.event;

import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** 第16条1: from now on the team sees the patient. */
public record ConsentGranted(
    ConsentId consentId,
    PatientId patientId,
    ConsentKind kind,
    @Nullable ProxyGround ground,
    AccountId explainerId,
    FacilityId facilityId,
    LocalDate consentedOn,
    String textVersion,
    Personal<ConsentSignatures> signatures)
    implements ConsentEvent {}
