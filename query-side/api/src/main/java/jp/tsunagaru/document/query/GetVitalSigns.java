package jp.tsunagaru.document.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * バイタル of documents from a 記載日 on that the actor may see (DC-10). Each of them is recorded as seen.
 *
 * @param alongside other records of the same person (PT-09)
 */
public record GetVitalSigns(PatientId patientId, LocalDate from, List<PatientId> alongside)
    implements PatientScoped {
  /** The newest of one record. */
  public static final int MOST = 500;

  public GetVitalSigns {
    alongside = List.copyOf(alongside);
  }

  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
