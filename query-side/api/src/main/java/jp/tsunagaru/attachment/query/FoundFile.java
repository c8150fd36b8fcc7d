package jp.tsunagaru.attachment.query;

import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.document.DocumentId;

public record FoundFile(DocumentId documentId, StoredFile file, String name) {}
