package jp.tsunagaru.patient.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.tsunagaru.patient.ExtendedSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFilesTest {
  /** 2026-04-01 01:00 in Japan. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T16:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void the_packaged_schema_has_what_the_requirement_names() throws IOException {
    ExtendedSchema schema = new SchemaFiles("", CLOCK).inForce();

    assertThat(schema.sections())
        .flatExtracting(ExtendedSchema.Section::fields)
        .extracting(ExtendedSchema.Field::code)
        .doesNotHaveDuplicates()
        .contains(
            "diseases",
            "medication",
            "allergyDetails",
            "adl",
            "devices",
            "infection",
            "family",
            "homeAccess",
            "acp",
            "evacuationList");
    assertThat(schema.field("adl").orElseThrow().labelOf("independent")).isEqualTo("自立");
    assertThat(schema.field("adl").orElseThrow().labelOf("gone")).isEqualTo("gone");
  }

  @Test
  void the_citys_schema_is_in_force_from_its_first_day_and_the_former_one_is_kept()
      throws IOException {
    write("a.txt", "version: 2\neffective: 2026-04-01\nsection 生活\ntext pet ペット\n");
    write("b.txt", "version: 3\neffective: 2026-04-02\nsection 生活\ntext pet 動物\n");

    SchemaFiles schemas = new SchemaFiles(folder.toString(), CLOCK);

    assertThat(schemas.inForce().version()).isEqualTo("2");
    assertThat(schemas.version("3")).isPresent();
    assertThat(schemas.version("2026-1")).isPresent();
    assertThat(schemas.version("4")).isEmpty();
  }

  @Test
  void a_version_has_one_file() throws IOException {
    write("a.txt", "version: 2026-1\neffective: 2026-04-01\nsection 生活\ntext pet ペット\n");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new SchemaFiles(folder.toString(), CLOCK))
        .withMessageStartingWith("a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text pet ペット",
        "section 生活",
        "section 生活\nnumber pet ペット",
        "section 生活\ntext pet",
        "section 生活\ntext ペット ペット",
        "section 生活\ntext pet ペット\ntext pet 動物",
        "section 生活\ntext pet ペット\n  dog 犬",
        "section 生活\nchoice pet ペット\n  dog 犬\n  dog 猫",
        "effective: 令和8年\nsection 生活\ntext pet ペット"
      })
  void an_unclear_file_is_refused_with_its_name(String lines) {
    String file = "version: 2\neffective: 2026-04-01\n" + lines;
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SchemaFile.parse(file.getBytes(StandardCharsets.UTF_8), "own.txt"))
        .withMessageStartingWith("own.txt");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
