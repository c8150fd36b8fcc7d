package jp.tsunagaru.form.query;

import java.util.List;
import java.util.Map;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.document.DocumentId;

/**
 * @param notes what the format could not take as it is, in the order of its columns
 */
public record FormExport(
    DocumentId documentId, long version, byte[] content, List<ExportNote> notes) implements Shown {
  @Override
  public Map<DocumentId, Long> shown() {
    return Map.of(documentId, version);
  }
}
