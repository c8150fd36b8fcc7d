package jp.tsunagaru.audit.query;

/**
 * @param detail birth date or facility, to tell namesakes apart
 */
public record AuditSubject(AuditScope scope, String id, String name, String detail) {}
