package jp.tsunagaru.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies one question of a review to the administrator of a facility. */
public record ReviewQuestionId(@JsonValue String value) implements Id {
  public ReviewQuestionId {
    Id.checked("lrq", value);
  }

  public static ReviewQuestionId next() {
    return new ReviewQuestionId(Ids.next("lrq"));
  }

  @Override
  public String toString() {
    return value;
  }
}
