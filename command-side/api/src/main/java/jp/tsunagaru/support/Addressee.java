package jp.tsunagaru.support;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

/**
 * Of whom support is asked.
 *
 * @param accountId one person of the facility; null when anybody of it may answer
 */
public record Addressee(FacilityId facilityId, @Nullable AccountId accountId) {}
