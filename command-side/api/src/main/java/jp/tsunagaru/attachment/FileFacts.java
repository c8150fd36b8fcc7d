package jp.tsunagaru.attachment;

/**
 * What is personal about a file: its name (255 characters at most) and the SHA-256 of the clear
 * bytes.
 */
public record FileFacts(String name, String sha256) {}
