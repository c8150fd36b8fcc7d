package jp.tsunagaru.form;

/**
 * One of the choices of a field.
 *
 * @param code stable within the form, whatever becomes of the words
 * @param exclusive whether it excludes all others, such as 特記すべき項目なし
 * @param printed whether the sheet has it; 自立 is kept but 別紙様式16 has no place for it
 */
public record Choice(String code, String label, boolean exclusive, boolean printed) {}
