package jp.tsunagaru.document.event;

import jp.tsunagaru.document.TagId;

/** The former name still finds what was written under it. */
public record TagRenamed(TagId tagId, String name) implements DocumentEvent {}
