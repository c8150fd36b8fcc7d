package jp.tsunagaru.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What 拡張情報 consists of in this city (PT-08). Codes are stored with the values and keep their
 * meaning; labels are the city's words.
 *
 * @param version {@link #BUILT_IN}, or the number the city's own schemas are counted by, from 1
 * @param effectiveFrom first day in Japan on which new values follow it
 */
public record ExtendedSchema(String version, LocalDate effectiveFrom, List<Section> sections) {
  public static final String BUILT_IN = "2026-1";

  public ExtendedSchema {
    sections = List.copyOf(sections);
  }

  public enum Kind {
    /** Up to 200 characters. */
    TEXT,
    /** Up to 2,000 characters. */
    LONG,
    DATE,
    /** At most one of the options. */
    CHOICE,
    /** Any of the options. */
    CHOICES;

    public boolean hasOptions() {
      return this == CHOICE || this == CHOICES;
    }
  }

  public record Section(String label, List<Field> fields) {
    public Section {
      fields = List.copyOf(fields);
    }
  }

  public record Field(String code, Kind kind, String label, List<Option> options) {
    public Field {
      options = List.copyOf(options);
    }

    public boolean offers(String value) {
      return options.stream().anyMatch(option -> option.code().equals(value));
    }

    /** The words for a stored value; a value that the schema does not know stands for itself. */
    public String labelOf(String value) {
      return options.stream()
          .filter(option -> option.code().equals(value))
          .map(Option::label)
          .findFirst()
          .orElse(value);
    }
  }

  public record Option(String code, String label) {}

  public Optional<Field> field(String code) {
    return sections.stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.code().equals(code))
        .findFirst();
  }
}
