package jp.tsunagaru.patient.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The packaged schema and those of the city's folder, read once at the start; the one that began
 * last is in force. A file that cannot be read stops the start. Former files stay in the folder, so
 * that old values keep their words.
 */
@Component
final class SchemaFiles implements ExtendedSchemas {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String PACKAGED = "default.txt";

  private final List<ExtendedSchema> schemas = new ArrayList<>();
  private final Clock clock;

  SchemaFiles(@Value("${tsunagaru.extended-info.directory:}") String directory, Clock clock)
      throws IOException {
    this.clock = clock;
    try (InputStream packaged =
        Objects.requireNonNull(
            SchemaFiles.class.getResourceAsStream("/extended-info/" + PACKAGED))) {
      schemas.add(SchemaFile.parse(packaged.readAllBytes(), PACKAGED));
    }
    if (!directory.isBlank()) {
      readAll(Path.of(directory));
    }
  }

  @Override
  public ExtendedSchema inForce() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    return schemas.stream()
        .filter(schema -> !schema.effectiveFrom().isAfter(today))
        .max(Comparator.comparing(ExtendedSchema::effectiveFrom))
        .orElseThrow();
  }

  @Override
  public Optional<ExtendedSchema> version(String version) {
    return schemas.stream().filter(schema -> schema.version().equals(version)).findFirst();
  }

  private void readAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("tsunagaru.extended-info.directory is not a folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        ExtendedSchema schema = SchemaFile.parse(Files.readAllBytes(file), name);
        if (version(schema.version()).isPresent()) {
          throw new IOException(name + ": this version stands in another file too");
        }
        schemas.add(schema);
      }
    }
  }
}
