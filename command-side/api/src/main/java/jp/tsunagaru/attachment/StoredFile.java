package jp.tsunagaru.attachment;

/**
 * A sealed file in the vault.
 *
 * @param address SHA-256 of the sealed bytes, in hex
 * @param size bytes of the clear file
 */
public record StoredFile(String address, long size, String mediaType) {}
