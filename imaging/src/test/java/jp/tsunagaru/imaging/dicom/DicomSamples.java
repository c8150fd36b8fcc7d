package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder of real files, where there is one. */
public final class DicomSamples {
  private DicomSamples() {}

  public static Optional<Path> folder() {
    String configured = System.getProperty("tsunagaru.dicom.samples", "");
    if (!configured.isEmpty()) {
      return Optional.of(Path.of(configured)).filter(Files::isDirectory);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path candidate = at.resolve("shared/dicom");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  public static boolean available() {
    return folder().isPresent();
  }

  public static List<Path> files() {
    if (!available()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder().orElseThrow())) {
      return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
