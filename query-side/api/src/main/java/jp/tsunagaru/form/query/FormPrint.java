package jp.tsunagaru.form.query;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;

/**
 * @param lettersMissing characters, as written, that stand as 〓 because the font lacks them
 */
public record FormPrint(
    DocumentId documentId, long version, byte[] pdf, int pages, List<String> lettersMissing)
    implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return Map.of(documentId, version);
  }
}
