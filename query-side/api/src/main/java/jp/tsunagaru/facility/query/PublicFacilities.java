package jp.tsunagaru.facility.query;

import java.util.List;

public record PublicFacilities(List<PublicFacility> facilities) {}
