package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the next page starts; null when this is the last
 * @param authors everybody who wrote something the actor may see, for the filter
 * @param searched how many articles were opened for the words of the filter; 0 without words. With
 *     {@code next} there are more to be looked through, also when nothing was found so far
 */
public record Timeline(
    List<TimelineEntry> entries,
    @Nullable TimelinePosition next,
    List<Author> authors,
    Set<String> tags,
    int searched)
    implements ShownOfPatients {
  @Override
  public Map<DocumentId, Long> shown() {
    return TimelineEntry.contents(entries);
  }

  @Override
  public Map<DocumentId, Long> shownOf(PatientId patientId) {
    return TimelineEntry.contents(TimelineEntry.of(entries, patientId));
  }
}
