package jp.tsunagaru.facility.query;

import java.time.Instant;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

public record FacilityRow(
    FacilityId facilityId,
    String name,
    Affiliation affiliation,
    int users,
    @Nullable Instant lastSignIn) {}
