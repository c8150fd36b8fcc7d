package jp.tsunagaru.facility.query;

import java.time.LocalDate;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import org.jspecify.annotations.Nullable;

/**
 * @param reason of return or rejection, else blank
 */
public record ApplicationStatus(
    ApplicationId applicationId,
    ApplicationState state,
    LocalDate appliedOn,
    String reason,
    @Nullable FacilityProfile profile,
    @Nullable FacilityPeople people) {}
