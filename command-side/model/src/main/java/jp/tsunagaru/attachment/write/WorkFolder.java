package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where clear bytes lie while they are looked at: readable by the owner of the process alone, never
 * in the system's folder for temporary files. What a killed process left behind goes at the next
 * start.
 */
public final class WorkFolder {
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = permissions("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> FILE = permissions("rw-------");

  private final Path root;

  public WorkFolder(Path root) throws IOException {
    this.root = root;
    if (Files.isDirectory(root)) {
      delete(root);
    }
    Files.createDirectories(root, FOLDER);
  }

  /** Whether the disk has so many bytes left. */
  boolean hasRoom(long bytes) throws IOException {
    return Files.getFileStore(root).getUsableSpace() >= bytes;
  }

  /** A new empty file; the caller deletes it. */
  public Path newFile() throws IOException {
    return Files.createTempFile(root, "file", ".part", FILE);
  }

  /** A new empty folder; the caller deletes it. */
  public Path newFolder() throws IOException {
    return Files.createTempDirectory(root, "folder", FOLDER);
  }

  /** Deletes a file or a folder with all that is in it; nothing happens when it is not there. */
  public static void delete(Path path) {
    if (Files.notExists(path)) {
      return;
    }
    try {
      Files.walkFileTree(path, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      if (problem != null) {
        throw problem;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
