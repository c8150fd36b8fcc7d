package jp.tsunagaru.access;

import java.util.Map;
import jp.tsunagaru.document.DocumentId;

/**
 * Answers that name the documents whose content they hand out, each with its version, so that each
 * is recorded.
 */
public interface Shown {
  Map<DocumentId, Long> shown();
}
