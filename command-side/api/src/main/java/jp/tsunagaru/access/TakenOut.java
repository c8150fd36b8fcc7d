package jp.tsunagaru.access;

import java.util.List;
import jp.tsunagaru.patient.PatientId;

/** An answer to {@link TakesOut} that names the patients in it. */
public interface TakenOut {
  List<PatientId> takenOut();
}
