package jp.tsunagaru.audit.query;

/**
 * @param purpose code of why something was printed
 * @param note the purpose in words, or blank
 */
public record Printing(String purpose, String note) {}
