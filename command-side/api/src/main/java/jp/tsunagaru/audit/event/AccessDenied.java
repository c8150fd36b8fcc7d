package jp.tsunagaru.audit.event;

/** Somebody asked for what may not be had. {@code patientId} as asked, whether it exists or not. */
public record AccessDenied(String patientId, String action, String code) implements AccessEvent {}
