package jp.tsunagaru.form.query;

import java.util.Map;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;

/**
 * @param lettersMissing how many different characters stand as 〓 because the font lacks them
 */
public record FormPrint(
    DocumentId documentId, long version, byte[] pdf, int pages, int lettersMissing)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return Map.of(documentId, version);
  }
}
