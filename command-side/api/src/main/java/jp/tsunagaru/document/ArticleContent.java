package jp.tsunagaru.document;

import jp.tsunagaru.refusal.Check;

/** What an article says: title up to 100, text up to 10,000 characters. */
public record ArticleContent(String title, String text) {
  public ArticleContent {
    title = Check.text("title", title, 100);
    text = Check.text("text", text, 10_000);
  }
}
