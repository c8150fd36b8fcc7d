package jp.tsunagaru.document;

import jp.tsunagaru.refusal.Check;

/** What an article says: title up to 100, text up to 10,000 characters. */
public record ArticleContent(String title, String text) {
  /**
   * This value as a command may carry it. Stored values are not checked again: a stricter rule of
   * tomorrow must not make yesterday's fact unreadable.
   */
  public ArticleContent checked() {
    return new ArticleContent(Check.text("title", title, 100), Check.text("text", text, 10_000));
  }
}
