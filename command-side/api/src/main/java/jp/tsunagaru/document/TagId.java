package jp.tsunagaru.document;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a tag of a list (文書タグ, DC-05). */
public record TagId(@JsonValue String value) implements Id {
  public TagId {
    Id.checked("tag", value);
  }

  public static TagId next() {
    return new TagId(Ids.next("tag"));
  }

  @Override
  public String toString() {
    return value;
  }
}
