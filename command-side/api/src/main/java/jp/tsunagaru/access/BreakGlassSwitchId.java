package jp.tsunagaru.access;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;

/** Whether emergencies open records at all is decided once, by the city. */
public record BreakGlassSwitchId(@JsonValue String value) implements Id {
  public static final BreakGlassSwitchId CITY =
      new BreakGlassSwitchId("bgs_00000000000000000000000000");

  public BreakGlassSwitchId {
    Id.checked("bgs", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
