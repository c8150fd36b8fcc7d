package jp.tsunagaru.document.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * Newest step first.
 *
 * @param more whether older documents with medicines were not looked through
 */
public record Medicines(List<MedicineRow> medicines, boolean more) implements ShownOfPatients {
  @Override
  public Map<DocumentId, Long> shown() {
    return medicines.stream()
        .collect(
            Collectors.toMap(MedicineRow::documentId, MedicineRow::version, (one, same) -> one));
  }

  @Override
  public Map<DocumentId, Long> shownOf(PatientId patientId) {
    return medicines.stream()
        .filter(row -> row.patientId().equals(patientId))
        .collect(
            Collectors.toMap(MedicineRow::documentId, MedicineRow::version, (one, same) -> one));
  }
}
