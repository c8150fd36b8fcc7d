package jp.tsunagaru.imaging.worker;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the class path for a worker process. */
final class WorkerClassPath {
  /** One class of each library, so that the worker sees these libraries and no others. */
  private static final List<String> LIBRARY_CLASSES =
      List.of(
          "org.apache.pdfbox.Loader",
          "org.apache.pdfbox.io.RandomAccessRead",
          "org.apache.fontbox.ttf.TTFParser",
          "org.apache.commons.logging.LogFactory",
          "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
          "com.twelvemonkeys.imageio.metadata.Directory",
          "com.twelvemonkeys.imageio.ImageReaderBase",
          "com.twelvemonkeys.image.ImageUtil",
          "com.twelvemonkeys.io.FileUtil",
          "com.twelvemonkeys.lang.Validate",
          "org.slf4j.Logger",
          "wasm.dcmjs.NativeCodecs",
          "com.dylibso.chicory.runtime.Instance",
          "com.dylibso.chicory.wasm.WasmModule");

  private WorkerClassPath() {}

  static String derive() {
    boolean foreignReader = !"builtin".equals(System.getProperty("dicom.reader", "builtin"));
    if (!foreignReader) {
      Optional<String> narrow = fromCodeSources();
      if (narrow.isPresent()) {
        return narrow.get();
      }
    }
    String own = System.getProperty("java.class.path", "");
    Optional<Path> home = location(WorkerMain.class);
    if (own.isBlank() || home.isEmpty()) {
      throw new IllegalStateException(
          "The class path for conversion workers cannot be derived from a packed application;"
              + " run it extracted or set WorkerOptions.classPath");
    }
    return Stream.of(own.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Optional<String> fromCodeSources() {
    Set<String> entries = new LinkedHashSet<>();
    Optional<Path> home = location(WorkerMain.class);
    if (home.isEmpty()) {
      return Optional.empty();
    }
    entries.add(home.get().toString());
    for (String name : LIBRARY_CLASSES) {
      try {
        Class<?> type = Class.forName(name, false, WorkerMain.class.getClassLoader());
        Optional<Path> place = location(type);
        if (place.isEmpty()) {
          return Optional.empty();
        }
        entries.add(place.get().toString());
      } catch (ClassNotFoundException | LinkageError absent) {
        return Optional.empty();
      }
    }
    return Optional.of(String.join(File.pathSeparator, entries));
  }

  private static Optional<Path> location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null
        || source.getLocation() == null
        || !"file".equals(source.getLocation().getProtocol())) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(URI.create(source.getLocation().toString())).toAbsolutePath();
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
