package jp.tsunagaru.access;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one opening of a record in an emergency; it is never used twice (C-24). */
public record BreakGlassId(@JsonValue String value) implements Id {
  public BreakGlassId {
    Id.checked("bgl", value);
  }

  public static BreakGlassId next() {
    return new BreakGlassId(Ids.next("bgl"));
  }

  @Override
  public String toString() {
    return value;
  }
}
