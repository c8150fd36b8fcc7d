package jp.tsunagaru.document.query;

import java.util.List;

/** The city's first, each list by name, retired ones last. */
public record Tags(List<TagRow> tags) {}
