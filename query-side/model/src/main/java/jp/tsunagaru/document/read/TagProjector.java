package jp.tsunagaru.document.read;

import java.time.Instant;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.document.event.TagRetired;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** 文書タグ with all their names. */
@Projection
@ProcessingGroup("tags")
class TagProjector {
  private static final String NAME =
      """
      insert into view.tag_name (tag_id, name, since) values (?, ?, ?)
      on conflict (tag_id, name) do update set since = excluded.since\
      """;

  @EventHandler
  void on(TagDefined event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "insert into view.tag (tag_id, owner, name) values (?, ?, ?) on conflict do nothing",
        event.tagId(),
        event.facilityId() == null ? "" : event.facilityId().value(),
        event.name());
    writes.add(NAME, event.tagId(), event.name(), at);
  }

  @EventHandler
  void on(TagRenamed event, Writes writes, @Timestamp Instant at) {
    writes.add("update view.tag set name = ? where tag_id = ?", event.name(), event.tagId());
    writes.add(NAME, event.tagId(), event.name(), at);
  }

  @EventHandler
  void on(TagRetired event, Writes writes) {
    writes.add("update view.tag set retired = true where tag_id = ?", event.tagId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.tag, view.tag_name");
  }
}
