package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the next page starts; null when this is the last
 * @param authors everybody who wrote something the actor may see, for the filter
 */
public record Timeline(
    List<TimelineEntry> entries,
    @Nullable TimelinePosition next,
    List<Author> authors,
    Set<String> tags)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return entries.stream()
        .collect(Collectors.toMap(TimelineEntry::documentId, TimelineEntry::version));
  }
}
