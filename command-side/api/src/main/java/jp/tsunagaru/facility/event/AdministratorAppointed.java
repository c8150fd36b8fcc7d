package jp.tsunagaru.facility.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 第7条2: who answers for the users of the facility from now on.
 *
 * @param version null for the first one, who comes with the registration (and before handing over
 *     was a step of its own)
 */
@Revision("1")
public record AdministratorAppointed(
    FacilityId facilityId, AccountId accountId, @Nullable Long version) implements FacilityEvent {}
