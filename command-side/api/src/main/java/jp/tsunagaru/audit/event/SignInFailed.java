package jp.tsunagaru.audit.event;

/** {@code accountId} is empty for an id that does not exist. */
public record SignInFailed(String accountId, String reasonCode) implements AccessEvent {}
