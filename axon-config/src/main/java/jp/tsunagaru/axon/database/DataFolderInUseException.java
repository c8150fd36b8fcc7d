package jp.tsunagaru.axon.database;

import java.nio.file.Path;

/** Another instance of this application works on the same data folder. */
final class DataFolderInUseException extends CannotStartException {
  private static final long serialVersionUID = 1L;

  DataFolderInUseException(Path data) {
    super("start.folder-in-use", String.valueOf(data.getParent()));
  }
}
