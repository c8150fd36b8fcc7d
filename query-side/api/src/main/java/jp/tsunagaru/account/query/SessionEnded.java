package jp.tsunagaru.account.query;

public record SessionEnded(String session) {
  public static final SessionEnded NONE = new SessionEnded("");
}
