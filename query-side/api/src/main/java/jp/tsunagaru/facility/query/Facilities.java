package jp.tsunagaru.facility.query;

import java.util.List;

public record Facilities(List<FacilityRow> facilities) {}
