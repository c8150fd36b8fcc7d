package jp.tsunagaru.document.query;

import java.util.List;

public record DeletedDocuments(List<DeletedDocument> documents) {}
