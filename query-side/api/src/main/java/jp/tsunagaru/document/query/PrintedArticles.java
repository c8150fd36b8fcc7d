package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;

/**
 * @param more whether the filter shows articles that are not here
 */
public record PrintedArticles(List<TimelineEntry> entries, boolean more) implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return entries.stream()
        .collect(Collectors.toMap(TimelineEntry::documentId, TimelineEntry::version));
  }
}
