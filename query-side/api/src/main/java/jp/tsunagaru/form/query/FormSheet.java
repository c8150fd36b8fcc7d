package jp.tsunagaru.form.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.OtherOrder;

/**
 * @param enteredBy who began it, as written
 * @param author whose hand the newest content is: after 確定 the physician
 * @param reason of 取消; blank otherwise
 * @param others confirmed orders of the same patient, for the rules across documents
 * @param mayChange whether the actor may change the draft, for buttons only
 * @param mayExport whether the actor may hand it to another system, for buttons only
 * @param mayApprove whether the actor may confirm, replace or cancel, for buttons only
 * @param mayDelete whether the actor may delete it like any document, for buttons only
 * @param unchanged by field code, what an open draft says in the words of the last confirmed form,
 *     for whoever confirms it (FM-03)
 */
public record FormSheet(
    DocumentId documentId,
    String formVersion,
    FormState state,
    long version,
    FormValues values,
    AuthorAsWritten enteredBy,
    AuthorAsWritten author,
    Instant changedAt,
    String reason,
    List<OtherOrder> others,
    boolean mayChange,
    boolean mayExport,
    boolean mayApprove,
    boolean mayDelete,
    Map<String, Provenance> unchanged)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return Map.of(documentId, version);
  }
}
