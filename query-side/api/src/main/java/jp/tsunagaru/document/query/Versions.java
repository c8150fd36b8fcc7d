package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;

public record Versions(List<DocumentVersion> versions) implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return versions.stream()
        .collect(
            Collectors.toMap(DocumentVersion::documentId, DocumentVersion::version, Math::max));
  }
}
