package jp.tsunagaru.audit.event;

import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Content of a patient left the system, on a screen, as a file or on paper. */
public interface HandedOut {
  PatientId patientId();

  String action();

  Map<DocumentId, Long> documents();

  AccessGround ground();
}
