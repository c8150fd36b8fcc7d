package jp.tsunagaru.patient;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a patient. */
public record PatientId(@JsonValue String value) implements Id {
  public PatientId {
    Id.checked("pat", value);
  }

  public static PatientId next() {
    return new PatientId(Ids.next("pat"));
  }

  @Override
  public String toString() {
    return value;
  }
}
