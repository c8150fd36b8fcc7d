package jp.tsunagaru.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.PatientId;

/** Identifies the consent of one patient; one patient has one. */
public record ConsentId(@JsonValue String value) implements Id {
  public ConsentId {
    Id.checked("con", value);
  }

  public static ConsentId of(PatientId patientId) {
    return new ConsentId("con_" + patientId.suffix());
  }

  @Override
  public String toString() {
    return value;
  }
}
