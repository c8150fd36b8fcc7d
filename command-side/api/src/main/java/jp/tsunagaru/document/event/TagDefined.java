package jp.tsunagaru.document.event;

import jp.tsunagaru.document.TagId;
import jp.tsunagaru.facility.FacilityId;
import org.jspecify.annotations.Nullable;

/**
 * @param facilityId whose list it is; null for the city's
 */
public record TagDefined(TagId tagId, @Nullable FacilityId facilityId, String name)
    implements DocumentEvent {}
