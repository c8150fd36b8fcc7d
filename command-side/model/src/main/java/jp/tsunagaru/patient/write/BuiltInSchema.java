package jp.tsunagaru.patient.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import jp.tsunagaru.patient.ExtendedSchema;
import tools.jackson.databind.json.JsonMapper;

/** What 拡張情報 consists of until the city decides otherwise (PT-08). */
final class BuiltInSchema {
  static final ExtendedSchema SCHEMA = read();

  private BuiltInSchema() {}

  private static ExtendedSchema read() {
    try (InputStream packaged =
        Objects.requireNonNull(
            BuiltInSchema.class.getResourceAsStream("/extended-info/built-in.json"))) {
      return JsonMapper.builder().build().readValue(packaged.readAllBytes(), ExtendedSchema.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
