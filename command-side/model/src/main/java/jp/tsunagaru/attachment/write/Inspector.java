package jp.tsunagaru.attachment.write;

import java.nio.file.Path;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;

/** Looks at a file's content. */
@FunctionalInterface
interface Inspector {
  Inspection inspect(Path file, String originalName, Limits limits);
}
