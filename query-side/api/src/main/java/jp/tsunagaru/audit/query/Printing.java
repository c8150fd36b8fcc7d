package jp.tsunagaru.audit.query;

/**
 * @param purpose code of why something left on paper or as a file
 * @param note the purpose in words, or blank
 */
public record Printing(String purpose, String note) {}
