package jp.tsunagaru.facility.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.account.TermsAgreement;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import org.jspecify.annotations.Nullable;

public record ApplicationRow(
    ApplicationId applicationId,
    ApplicationState state,
    LocalDate appliedOn,
    Instant receivedAt,
    @Nullable LocalDate paperReceivedOn,
    FacilityProfile profile,
    FacilityPeople people,
    TermsAgreement agreement) {}
