package jp.tsunagaru.form.query;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.OtherOrder;

/**
 * @param provenance by field code, where each value comes from
 * @param previous the form that was copied, with its version; nothing when none was
 * @param mayCopy whether there is a confirmed form to copy
 */
public record Prefill(
    String formVersion,
    FormValues values,
    Map<String, Provenance> provenance,
    Map<DocumentId, Long> previous,
    boolean mayCopy,
    List<OtherOrder> others,
    boolean mayApprove)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return previous;
  }
}
