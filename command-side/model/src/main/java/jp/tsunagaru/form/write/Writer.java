package jp.tsunagaru.form.write;

import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.japanese.Profession;

/** Who writes, as registered at this moment: a profession is not what a message says of itself. */
record Writer(AuthorAsWritten name, Profession profession) {}
