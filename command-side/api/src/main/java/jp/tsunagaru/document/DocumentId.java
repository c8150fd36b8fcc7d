package jp.tsunagaru.document;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies a document. */
public record DocumentId(@JsonValue String value) implements Id {
  public DocumentId {
    Id.checked("doc", value);
  }

  public static DocumentId next() {
    return new DocumentId(Ids.next("doc"));
  }

  @Override
  public String toString() {
    return value;
  }
}
