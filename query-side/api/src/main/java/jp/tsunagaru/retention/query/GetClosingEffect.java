package jp.tsunagaru.retention.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** Who would lose what, told by the tables that decide, before it is done (DL-11). */
public record GetClosingEffect(PatientId patientId, ClosingKind kind) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }

  @Override
  public boolean afterEnd() {
    return true;
  }
}
