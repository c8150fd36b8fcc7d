package jp.tsunagaru.consent;

/** Where the paper of a consent is kept; blank when only its scan is known. */
public record PaperPlace(String location) {}
