package jp.tsunagaru.form.query;

/**
 * Something that an export says otherwise than the form.
 *
 * @param field code of the field
 * @param original what stands in the form
 * @param replacement what stands in the export; blank where nothing does
 */
public record ExportNote(Kind kind, String field, String original, String replacement) {
  public enum Kind {
    /** A character that has a twin in the character set. */
    REPLACED,
    /** A character that stands as 〓. */
    LOST,
    /** A choice that the format has no column for. */
    NO_COLUMN
  }
}
