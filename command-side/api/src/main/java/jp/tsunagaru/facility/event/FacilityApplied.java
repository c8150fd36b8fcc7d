package jp.tsunagaru.facility.event;

import java.time.LocalDate;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.kernel.Personal;

/** 第8条1. The paper sheet has to follow. */
public record FacilityApplied(
    ApplicationId applicationId,
    LocalDate appliedOn,
    FacilityProfile profile,
    Personal<FacilityPeople> people,
    TermsAgreement agreement)
    implements FacilityEvent {}
