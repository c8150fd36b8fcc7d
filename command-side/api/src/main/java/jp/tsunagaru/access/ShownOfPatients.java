package jp.tsunagaru.access;

import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** An answer with documents of more than one patient, which knows whose each of them is. */
public interface ShownOfPatients extends Shown {
  Map<DocumentId, Long> shownOf(PatientId patientId);
}
