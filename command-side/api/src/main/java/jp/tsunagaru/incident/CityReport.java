package jp.tsunagaru.incident;

import java.util.List;

/**
 * What the contractor signed and the city received, as it stood then (IN-03).
 *
 * @param assessment the contractor's own words about extent and cause
 */
public record CityReport(IncidentContent content, List<String> instructions, String assessment) {}
