package jp.tsunagaru.document.event;

import jp.tsunagaru.document.TagId;

/** No longer offered. */
public record TagRetired(TagId tagId) implements DocumentEvent {}
