package jp.tsunagaru.patient.read;

import java.time.Instant;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.event.ExtendedSchemaCancelled;
import jp.tsunagaru.patient.event.ExtendedSchemaDefined;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** The course of the schemas of 拡張情報; what they contain stands in {@code guard}. */
@Projection
@ProcessingGroup("extended-schemas")
class ExtendedSchemaProjector {
  private static final String DROPPED =
      """
      update view.extended_schema set dropped_by = ?, dropped_at = ?
      where version = ? and dropped_at is null\
      """;

  @EventHandler
  void on(ExtendedSchemaDefined event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    String replaced = event.replaced();
    if (replaced != null) {
      drop(writes, replaced, at, metaData);
    }
    writes.add(
        """
        insert into view.extended_schema (version, effective_from, account_id, at)
        values (?, ?, ?, ?) on conflict do nothing\
        """,
        Integer.parseInt(event.schema().version()),
        event.schema().effectiveFrom(),
        by(metaData),
        at);
  }

  @EventHandler
  void on(ExtendedSchemaCancelled event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    drop(writes, event.version(), at, metaData);
  }

  private static void drop(Writes writes, String version, Instant at, MetaData metaData) {
    writes.add(DROPPED, by(metaData), at, Integer.parseInt(version));
  }

  private static String by(MetaData metaData) {
    return Origin.from(metaData).map(Origin::accountId).orElse("");
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.extended_schema");
  }
}
