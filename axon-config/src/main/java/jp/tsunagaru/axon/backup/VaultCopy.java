package jp.tsunagaru.axon.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Sealed files never change once they are written, so only those that are missing are copied. */
final class VaultCopy {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private VaultCopy() {}

  /** How many files were copied. */
  static long missing(Path from, Path to) throws IOException {
    Files.createDirectories(to, OWNER_ONLY);
    if (!Files.isDirectory(from)) {
      return 0;
    }
    long copied = 0;
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(VaultCopy::isStored)::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (!Files.exists(target)) {
          copied += copied(file, target);
        }
      }
    }
    return copied;
  }

  private static boolean isStored(Path file) {
    return String.valueOf(file.getFileName()).matches("[0-9a-f]{64}");
  }

  private static long copied(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent(), OWNER_ONLY);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    } catch (java.nio.file.NoSuchFileException destroyedMeanwhile) {
      return 0;
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return 1;
  }
}
