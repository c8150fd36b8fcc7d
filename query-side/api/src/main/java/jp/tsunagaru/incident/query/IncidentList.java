package jp.tsunagaru.incident.query;

import java.util.List;

public record IncidentList(List<IncidentRow> rows) {}
