package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.query.FormRow;
import jp.tsunagaru.patient.query.PatientDetails;

/**
 * @param forms the newest confirmed one of each kind that is not over
 * @param entries newest first
 * @param more whether there are older ones
 */
public record PrintedSummary(
    PatientDetails patient,
    Team team,
    List<FormRow> forms,
    List<TimelineEntry> entries,
    boolean more)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return entries.stream()
        .filter(entry -> entry.form() == null)
        .collect(Collectors.toMap(TimelineEntry::documentId, TimelineEntry::version));
  }
}
