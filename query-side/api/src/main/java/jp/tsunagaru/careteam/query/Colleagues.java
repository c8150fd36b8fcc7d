package jp.tsunagaru.careteam.query;

import java.util.List;

public record Colleagues(List<Colleague> people) {}
