package jp.tsunagaru.careteam;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a group of users (担当者グループ). */
public record GroupId(@JsonValue String value) implements Id {
  public GroupId {
    Id.checked("grp", value);
  }

  public static GroupId next() {
    return new GroupId(Ids.next("grp"));
  }

  @Override
  public String toString() {
    return value;
  }
}
