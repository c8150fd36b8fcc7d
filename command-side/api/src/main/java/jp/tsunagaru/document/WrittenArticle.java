package jp.tsunagaru.document;

/** An article as it lies in its event. */
public record WrittenArticle(ArticleContent content, AuthorAsWritten author) {}
