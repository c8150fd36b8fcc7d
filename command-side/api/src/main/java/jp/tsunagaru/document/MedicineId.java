package jp.tsunagaru.document;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a medicine of a patient over the articles that begin, change and stop it. */
public record MedicineId(@JsonValue String value) implements Id {
  public MedicineId {
    Id.checked("med", value);
  }

  public static MedicineId next() {
    return new MedicineId(Ids.next("med"));
  }

  @Override
  public String toString() {
    return value;
  }
}
