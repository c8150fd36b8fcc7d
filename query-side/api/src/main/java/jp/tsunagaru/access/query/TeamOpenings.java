package jp.tsunagaru.access.query;

import java.util.List;

public record TeamOpenings(List<TeamOpening> openings) {}
