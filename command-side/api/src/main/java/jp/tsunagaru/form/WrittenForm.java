package jp.tsunagaru.form;

import jp.tsunagaru.document.AuthorAsWritten;

/**
 * A form as it lies in its event.
 *
 * @param author whose hand this is: of a draft who entered it, of a confirmed form the physician
 */
public record WrittenForm(FormValues values, AuthorAsWritten author) {}
