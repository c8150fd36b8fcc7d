package jp.tsunagaru.retention;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one approved batch of disposal (DL-06). */
public record DisposalId(@JsonValue String value) implements Id {
  public DisposalId {
    Id.checked("dsp", value);
  }

  public static DisposalId next() {
    return new DisposalId(Ids.next("dsp"));
  }

  @Override
  public String toString() {
    return value;
  }
}
