package jp.tsunagaru.document;

/** Name of author and facility as of writing (DC-01), sealed with the document. */
public record AuthorAsWritten(String name, String facility) {}
