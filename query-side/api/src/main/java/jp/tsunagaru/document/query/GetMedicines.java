package jp.tsunagaru.document.query;

import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * 服薬 (DC-10): every medicine of which the actor may see a step, as its newest one says; deleted
 * documents say nothing. Every document that a row comes from is recorded as seen.
 *
 * @param alongside other records of the same person (PT-09)
 */
public record GetMedicines(PatientId patientId, List<PatientId> alongside)
    implements PatientScoped {
  /** So many documents with medicines are looked through, the newest first. */
  public static final int SEARCHED = 500;

  public GetMedicines {
    alongside = List.copyOf(alongside);
  }

  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
