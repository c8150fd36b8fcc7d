package jp.tsunagaru.patient;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;

/** The city has one course of schemas of 拡張情報, one after the other (PT-08). */
public record ExtendedSchemasId(@JsonValue String value) implements Id {
  public static final ExtendedSchemasId CITY =
      new ExtendedSchemasId("xsc_00000000000000000000000000");

  public ExtendedSchemasId {
    Id.checked("xsc", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
