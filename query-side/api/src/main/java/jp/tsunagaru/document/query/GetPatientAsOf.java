package jp.tsunagaru.document.query;

import java.time.Instant;
import jp.tsunagaru.access.LooksBack;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * 基本情報, 拡張情報, consent and team with its rights as they stood at a moment (domain M1). Whether it
 * may be seen is decided by the rights of today.
 */
public record GetPatientAsOf(PatientId patientId, Moment moment)
    implements PatientScoped, LooksBack {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public Instant lookedAt() {
    return moment.at();
  }

  @Override
  public String basisCode() {
    return moment.basis().name();
  }
}
