package jp.tsunagaru.document.query;

import java.util.List;

public record Readers(List<Reader> readers) {}
