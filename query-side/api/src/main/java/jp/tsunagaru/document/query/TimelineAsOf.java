package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the next page starts; null when this is the last
 */
public record TimelineAsOf(List<PastArticle> articles, @Nullable TimelinePosition next)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return articles.stream()
        .map(PastArticle::content)
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(DocumentVersion::documentId, DocumentVersion::version));
  }
}
