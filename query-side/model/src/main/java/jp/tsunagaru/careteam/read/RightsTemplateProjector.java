package jp.tsunagaru.careteam.read;

import java.time.Instant;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.event.RightsTemplateChanged;
import jp.tsunagaru.careteam.event.RightsTemplateReset;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;

/** 職種ごとの権限のひな形, with all their versions. */
@Projection
@ProcessingGroup("rights-templates")
class RightsTemplateProjector {
  private static final String VERSION =
      """
      insert into view.rights_template (profession, version, rights, of_city, account_id, at)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  @EventHandler
  void on(RightsTemplateChanged event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    add(writes, event.profession(), event.version(), event.rights(), true, metaData, at);
  }

  @EventHandler
  void on(RightsTemplateReset event, Writes writes, @Timestamp Instant at, MetaData metaData) {
    Profession profession = event.profession();
    add(writes, profession, event.version(), BuiltInRights.of(profession), false, metaData, at);
  }

  private static void add(
      Writes writes,
      Profession profession,
      int version,
      Set<Right> rights,
      boolean ofCity,
      MetaData metaData,
      Instant at) {
    writes.add(
        VERSION,
        profession,
        version,
        rights.stream().map(Enum::name).sorted().toArray(String[]::new),
        ofCity,
        Origin.from(metaData).map(Origin::accountId).orElse(""),
        at);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.rights_template");
  }
}
