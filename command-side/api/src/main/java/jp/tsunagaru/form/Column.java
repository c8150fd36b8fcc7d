package jp.tsunagaru.form;

/**
 * A column of a {@link FieldType#TABLE}.
 *
 * @param max code points that the sheet has room for
 */
public record Column(String code, String label, int max) {}
