package jp.tsunagaru.document.write;

import jp.tsunagaru.document.event.TagDefined;
import jp.tsunagaru.document.event.TagRenamed;
import jp.tsunagaru.document.event.TagRetired;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags in the table of the guard; its index refuses what two administrators do at once. */
@Component
@ProcessingGroup("guard")
class GuardedTags implements TagNames {
  private static final String CITY = "";

  private final JdbcClient jdbc;

  GuardedTags(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean taken(@Nullable FacilityId list, String name) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.tag where owner = ? and name = ? and not retired)\
            """)
        .params(owner(list), name)
        .query(Boolean.class)
        .single();
  }

  @EventHandler
  void on(TagDefined event) {
    jdbc.sql(
            """
            insert into guard.tag (tag_id, owner, name) values (?, ?, ?)
            on conflict (tag_id) do nothing\
            """)
        .params(event.tagId().value(), owner(event.facilityId()), event.name())
        .update();
  }

  @EventHandler
  void on(TagRenamed event) {
    jdbc.sql("update guard.tag set name = ? where tag_id = ?")
        .params(event.name(), event.tagId().value())
        .update();
  }

  @EventHandler
  void on(TagRetired event) {
    jdbc.sql("update guard.tag set retired = true where tag_id = ?")
        .param(event.tagId().value())
        .update();
  }

  private static String owner(@Nullable FacilityId list) {
    return list == null ? CITY : list.value();
  }
}
