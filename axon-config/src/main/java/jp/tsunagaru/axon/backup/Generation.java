package jp.tsunagaru.axon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One backup, in a folder named by its moment: a file for each table and, written last, the list of
 * them with their hashes. A folder without the list was never finished and counts as none.
 */
final class Generation {
  private static final String LIST = "list.txt";
  private static final String FIRST_LINE = "tsunagaru backup 1 ";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Instant at;
  private final List<String> lines = new ArrayList<>();

  private Generation(Path folder, Instant at) {
    this.folder = folder;
    this.at = at;
  }

  /** A file of the list: the table as it was copied, how many rows, and the hash of its bytes. */
  record Copy(Table table, long rows, String hash) {}

  /**
   * @param shape which migrations the database had; nothing else fits back into its tables
   */
  static Generation begin(Path root, Instant at, String shape) throws IOException {
    Path folder = root.resolve(NAME.format(at));
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Generation generation = new Generation(folder, at);
    generation.lines.add(FIRST_LINE + NAME.format(at) + " " + shape);
    return generation;
  }

  /** Finished ones, newest first. */
  static List<Generation> in(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      List<Generation> found = new ArrayList<>();
      for (Path folder : folders.toList()) {
        read(folder).ifPresent(found::add);
      }
      found.sort(Comparator.comparing(Generation::at).reversed());
      return found;
    }
  }

  static Optional<Generation> read(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(list);
    if (lines.isEmpty() || !lines.getFirst().startsWith(FIRST_LINE)) {
      return Optional.empty();
    }
    try {
      Instant at = NAME.parse(lines.getFirst().split(" ")[3], Instant::from);
      Generation generation = new Generation(folder, at);
      generation.lines.addAll(lines);
      return Optional.of(generation);
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  Instant at() {
    return at;
  }

  String name() {
    return NAME.format(at);
  }

  String shape() {
    return lines.getFirst().split(" ")[4];
  }

  List<Copy> copies() {
    return lines.stream()
        .skip(1)
        .map(line -> line.split(" "))
        .map(word ->
            new Copy(
                new Table(word[0], word[1], List.of(word[4].split(","))),
                Long.parseLong(word[2]),
                word[3]))
        .toList();
  }

  interface Source {
    /** Writes the rows and says how many. */
    long to(OutputStream out) throws IOException, java.sql.SQLException;
  }

  long add(Table table, Source rows) throws IOException, java.sql.SQLException {
    MessageDigest hash = sha256();
    Path file = file(table);
    long count;
    try (OutputStream out =
        new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(file), hash), 1 << 16)) {
      count = rows.to(out);
    }
    force(file);
    lines.add(
        String.join(
            " ",
            table.schema(),
            table.name(),
            Long.toString(count),
            HexFormat.of().formatHex(hash.digest()),
            String.join(",", table.columns())));
    return count;
  }

  void finish() throws IOException {
    Path unfinished = folder.resolve(LIST + ".part");
    Files.write(unfinished, lines, StandardCharsets.UTF_8);
    force(unfinished);
    Files.move(unfinished, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  /** The files are those that were written: nothing is restored from a damaged backup. */
  void check() throws IOException, CannotBackUpException {
    for (Copy copy : copies()) {
      MessageDigest hash = sha256();
      Path file = file(copy.table());
      if (!Files.isRegularFile(file)) {
        throw new CannotBackUpException("backup.damaged", file);
      }
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      if (!HexFormat.of().formatHex(hash.digest()).equals(copy.hash())) {
        throw new CannotBackUpException("backup.damaged", file);
      }
    }
  }

  InputStream open(Table table) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file(table)), 1 << 16);
  }

  /** The list first: what is half gone is no backup any more. */
  void delete() throws IOException {
    Files.deleteIfExists(folder.resolve(LIST));
    for (Copy copy : copies()) {
      Files.deleteIfExists(file(copy.table()));
    }
    Files.deleteIfExists(folder);
  }

  private Path file(Table table) {
    return folder.resolve(table.qualified() + ".gz");
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
