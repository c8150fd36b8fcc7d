package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * @param more whether the filter shows articles that are not here
 */
public record PrintedArticles(List<TimelineEntry> entries, boolean more)
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
