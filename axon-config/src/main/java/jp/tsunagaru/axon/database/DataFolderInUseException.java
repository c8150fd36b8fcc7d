package jp.tsunagaru.axon.database;

import java.nio.file.Path;

/** Another instance of this application works on the same data folder. */
final class DataFolderInUseException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  DataFolderInUseException(Path data) {
    super("another instance is running on the data folder " + data.getParent());
  }
}
