package jp.tsunagaru.patient.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Option;
import jp.tsunagaru.patient.ExtendedSchema.Section;

/**
 * A schema as an operator writes it: {@code version:} and {@code effective:}, then lines of {@code
 * section LABEL}, under it {@code KIND CODE LABEL}, under that and set in {@code CODE LABEL} for
 * each choice. Lines that begin with # are notes.
 */
final class SchemaFile {
  private static final String CODE = "[a-zA-Z][a-zA-Z0-9-]{0,39}|[0-9][a-zA-Z0-9-]{0,9}";

  private final String file;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private String version = "";
  private LocalDate effective = LocalDate.MIN;
  private String sectionLabel = "";
  private List<Field> fields = new ArrayList<>();

  private SchemaFile(String file) {
    this.file = file;
  }

  static ExtendedSchema parse(byte[] bytes, String file) throws IOException {
    SchemaFile reading = new SchemaFile(file);
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    int number = 0;
    for (String line : text.split("\r?\n")) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        reading.read(line, number);
      }
    }
    return reading.whole();
  }

  private void read(String line, int number) throws IOException {
    if (line.startsWith("version:")) {
      version = line.substring("version:".length()).strip();
    } else if (line.startsWith("effective:")) {
      effective = date(line.substring("effective:".length()).strip(), number);
    } else if (line.startsWith("section ")) {
      endSection();
      sectionLabel = line.substring("section ".length()).strip();
    } else if (Character.isWhitespace(line.charAt(0))) {
      option(line.strip(), number);
    } else {
      field(line, number);
    }
  }

  private void field(String line, int number) throws IOException {
    String[] words = line.split("\\s+", 3);
    if (words.length < 3 || sectionLabel.isEmpty() || !words[1].matches(CODE)) {
      throw wrong(number, "a section, or KIND CODE LABEL within one, is expected");
    }
    if (!codes.add(words[1])) {
      throw wrong(number, "this code stands here twice");
    }
    fields.add(new Field(words[1], kind(words[0], number), words[2].strip(), List.of()));
  }

  private void option(String line, int number) throws IOException {
    String[] words = line.split("\\s+", 2);
    if (fields.isEmpty() || words.length < 2 || !words[0].matches(CODE)) {
      throw wrong(number, "CODE LABEL under a choice is expected");
    }
    Field field = fields.removeLast();
    if (field.kind() != Kind.CHOICE && field.kind() != Kind.CHOICES) {
      throw wrong(number, "only choice and choices have options");
    }
    List<Option> options = new ArrayList<>(field.options());
    if (options.stream().anyMatch(option -> option.code().equals(words[0]))) {
      throw wrong(number, "this code stands here twice");
    }
    options.add(new Option(words[0], words[1].strip()));
    fields.add(new Field(field.code(), field.kind(), field.label(), options));
  }

  private Kind kind(String word, int number) throws IOException {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> wrong(number, "the kind is text, long, date, choice or choices"));
  }

  private LocalDate date(String text, int number) throws IOException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(number, "effective is not a date like 2026-04-01");
    }
  }

  private void endSection() {
    if (!fields.isEmpty()) {
      sections.add(new Section(sectionLabel, fields));
      fields = new ArrayList<>();
    }
  }

  private ExtendedSchema whole() throws IOException {
    endSection();
    if (version.isEmpty() || effective.equals(LocalDate.MIN) || sections.isEmpty()) {
      throw new IOException(file + ": version, effective or every field is missing");
    }
    return new ExtendedSchema(version, effective, sections);
  }

  private IOException wrong(int line, String what) {
    return new IOException(file + ", line " + line + ": " + what);
  }
}
