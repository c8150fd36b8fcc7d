package jp.tsunagaru.support.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** Who of the team can be asked for support: those of other facilities who may write. */
public record GetSupportAddressees(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
