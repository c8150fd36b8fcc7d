package jp.tsunagaru.access.query;

import java.util.List;

public record MyOpenings(List<MyOpening> openings) {}
