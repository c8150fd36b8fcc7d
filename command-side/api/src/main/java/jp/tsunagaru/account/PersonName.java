package jp.tsunagaru.account;

import jp.tsunagaru.refusal.Check;

/**
 * A user's name as registered; kana in hiragana or katakana. Kept exactly as entered, 40 characters
 * each.
 */
public record PersonName(String family, String given, String familyKana, String givenKana) {
  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public PersonName checked() {
    return new PersonName(
        Check.required("family", family, 40),
        Check.text("given", given, 40),
        Check.text("familyKana", familyKana, 40),
        Check.text("givenKana", givenKana, 40));
  }

  /** Family and given name with one half-width space; a mononym stands alone. */
  public String full() {
    return given.isEmpty() ? family : family + " " + given;
  }

  public String kana() {
    return givenKana.isEmpty() ? familyKana : familyKana + " " + givenKana;
  }
}
