package jp.tsunagaru.patient.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the city has decided, and what is built in where it has not. Which version is in force is
 * looked up each time; the content of a version never changes and is kept.
 */
@Component
final class SchemasOfTheCity implements ExtendedSchemas {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, ExtendedSchema> read = new ConcurrentHashMap<>();

  SchemasOfTheCity(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    read.put(ExtendedSchema.BUILT_IN, BuiltInSchema.SCHEMA);
  }

  @Override
  public ExtendedSchema inForce() {
    return last("effective_from <= ?").orElse(BuiltInSchema.SCHEMA);
  }

  @Override
  public Optional<ExtendedSchema> planned() {
    return last("effective_from > ?");
  }

  private Optional<ExtendedSchema> last(String effective) {
    return jdbc.sql(
            """
            select version from guard.extended_schema
            where not dropped and %s order by version desc limit 1\
            """
                .formatted(effective))
        .param(LocalDate.ofInstant(clock.instant(), JAPAN))
        .query(String.class)
        .optional()
        .flatMap(this::version);
  }

  @Override
  public Optional<ExtendedSchema> version(String version) {
    ExtendedSchema known = read.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ExtendedSchema> found =
        jdbc.sql("select content from guard.extended_schema where version::text = ?")
            .param(version)
            .query(String.class)
            .optional()
            .map(content -> json.readValue(content, ExtendedSchema.class));
    found.ifPresent(schema -> read.put(version, schema));
    return found;
  }
}
