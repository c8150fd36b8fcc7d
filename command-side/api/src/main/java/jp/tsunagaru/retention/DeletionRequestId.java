package jp.tsunagaru.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one request of a patient to delete (第16条2). */
public record DeletionRequestId(@JsonValue String value) implements Id {
  public DeletionRequestId {
    Id.checked("drq", value);
  }

  public static DeletionRequestId next() {
    return new DeletionRequestId(Ids.next("drq"));
  }

  @Override
  public String toString() {
    return value;
  }
}
