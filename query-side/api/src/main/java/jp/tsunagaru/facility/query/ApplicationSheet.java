package jp.tsunagaru.facility.query;

import java.time.LocalDate;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;

/** What stands on 様式第1. */
public record ApplicationSheet(
    LocalDate appliedOn, FacilityProfile profile, FacilityPeople people) {}
