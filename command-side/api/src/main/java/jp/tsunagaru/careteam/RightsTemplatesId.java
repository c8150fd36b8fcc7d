package jp.tsunagaru.careteam;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;

/** The city has one set of templates, with one template for each profession (TM-03). */
public record RightsTemplatesId(@JsonValue String value) implements Id {
  public static final RightsTemplatesId CITY =
      new RightsTemplatesId("rtp_00000000000000000000000000");

  public RightsTemplatesId {
    Id.checked("rtp", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
