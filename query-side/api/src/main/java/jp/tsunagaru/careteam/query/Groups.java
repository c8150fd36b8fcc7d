package jp.tsunagaru.careteam.query;

import java.util.List;

public record Groups(List<GroupRow> groups) {}
