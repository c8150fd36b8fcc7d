package jp.tsunagaru.access;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one opening of a withdrawn record on a lawful ground (domain.md §8.3 Q3). */
public record LawfulOpeningId(@JsonValue String value) implements Id {
  private static final String PREFIX = "lop";

  public LawfulOpeningId {
    Id.checked(PREFIX, value);
  }

  public static LawfulOpeningId next() {
    return new LawfulOpeningId(Ids.next(PREFIX));
  }

  /** Whether the opening that carried an access is one of these, and none in an emergency. */
  public static boolean isOne(String opening) {
    return opening.startsWith(PREFIX + "_");
  }

  @Override
  public String toString() {
    return value;
  }
}
