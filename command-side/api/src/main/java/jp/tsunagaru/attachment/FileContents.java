package jp.tsunagaru.attachment;

import java.io.IOException;
import java.io.InputStream;
import jp.tsunagaru.document.DocumentId;

/** Opens sealed files for a download that was decided and recorded before; see {@code FindFile}. */
public interface FileContents {
  /**
   * @throws Refused {@code NOT_FOUND} when the key or the file is gone
   */
  InputStream open(DocumentId documentId, StoredFile file) throws IOException;
}
