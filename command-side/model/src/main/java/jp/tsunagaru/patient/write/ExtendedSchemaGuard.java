package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.event.ExtendedSchemaCancelled;
import jp.tsunagaru.patient.event.ExtendedSchemaDefined;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code guard.extended_schema}: the next value recorded follows it (PT-08). */
@Component
@ProcessingGroup("guard")
class ExtendedSchemaGuard {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  ExtendedSchemaGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(ExtendedSchemaDefined event) {
    ExtendedSchema schema = event.schema();
    String replaced = event.replaced();
    if (replaced != null) {
      drop(replaced);
    }
    jdbc.sql(
            """
            insert into guard.extended_schema (version, effective_from, content)
            values (?, ?, ?::jsonb) on conflict do nothing\
            """)
        .params(
            Integer.parseInt(schema.version()),
            schema.effectiveFrom(),
            json.writeValueAsString(schema))
        .update();
  }

  @EventHandler
  void on(ExtendedSchemaCancelled event) {
    drop(event.version());
  }

  private void drop(String version) {
    jdbc.sql("update guard.extended_schema set dropped = true where version = ?")
        .param(Integer.parseInt(version))
        .update();
  }
}
