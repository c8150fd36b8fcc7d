package jp.tsunagaru.access.write;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** What a message asks of a patient besides the one it is about. */
record Alongside(PatientId patientId, Right needs, boolean whileStopped) implements PatientScoped {
  static Alongside of(PatientScoped message, PatientId other) {
    return new Alongside(other, message.needs(), message.whileStopped());
  }
}
