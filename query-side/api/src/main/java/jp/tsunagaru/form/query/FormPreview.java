package jp.tsunagaru.form.query;

import java.util.List;

/**
 * @param pages as PNG files, continuation sheets last
 */
public record FormPreview(List<byte[]> pages) {}
