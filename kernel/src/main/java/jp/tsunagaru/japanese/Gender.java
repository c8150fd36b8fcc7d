package jp.tsunagaru.japanese;

/**
 * Gender as recorded, never inferred. {@code OTHER} includes 不明; forms print the first two only.
 */
public enum Gender {
  MALE,
  FEMALE,
  OTHER,
  UNANSWERED
}
