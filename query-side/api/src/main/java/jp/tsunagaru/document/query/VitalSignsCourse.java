package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * By the moment of measuring, oldest first.
 *
 * @param more whether older ones were left out
 */
public record VitalSignsCourse(List<MeasuredVitals> measured, boolean more)
    implements ShownOfPatients {
  @Override
  public Map<DocumentId, Long> shown() {
    return measured.stream()
        .collect(Collectors.toMap(MeasuredVitals::documentId, MeasuredVitals::version));
  }

  @Override
  public Map<DocumentId, Long> shownOf(PatientId patientId) {
    return measured.stream()
        .filter(each -> each.patientId().equals(patientId))
        .collect(Collectors.toMap(MeasuredVitals::documentId, MeasuredVitals::version));
  }
}
