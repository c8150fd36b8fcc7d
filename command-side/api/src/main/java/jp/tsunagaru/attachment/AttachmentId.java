package jp.tsunagaru.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Ids;

/** Identifies an attachment. */
public record AttachmentId(@JsonValue String value) implements Id {
  public AttachmentId {
    Id.checked("att", value);
  }

  public static AttachmentId next() {
    return new AttachmentId(Ids.next("att"));
  }

  @Override
  public String toString() {
    return value;
  }
}
