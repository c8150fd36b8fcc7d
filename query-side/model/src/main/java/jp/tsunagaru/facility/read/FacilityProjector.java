package jp.tsunagaru.facility.read;

import java.time.Instant;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import jp.tsunagaru.japanese.SearchKey;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import tools.jackson.databind.json.JsonMapper;

@Projection
@ProcessingGroup("facilities")
final class FacilityProjector {
  private final JsonMapper json;

  FacilityProjector(JsonMapper json) {
    this.json = json;
  }

  @EventHandler
  void on(FacilityRegistered event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.facility
          (facility_id, name, name_key, affiliation, profile, published, registered_at)
        values (?, ?, ?, ?, ?::jsonb, ?, ?)
        on conflict do nothing
        """,
        event.facilityId(),
        event.profile().name(),
        SearchKey.of(event.profile().name()),
        event.profile().affiliation(),
        json.writeValueAsString(event.profile()),
        event.profile().published(),
        at);
  }

  @EventHandler
  void on(FacilityChanged event, Writes writes) {
    writes.add(
        """
        update view.facility
           set name = ?, name_key = ?, affiliation = ?, profile = ?::jsonb, published = ?
         where facility_id = ?
        """,
        event.profile().name(),
        SearchKey.of(event.profile().name()),
        event.profile().affiliation(),
        json.writeValueAsString(event.profile()),
        event.profile().published(),
        event.facilityId());
  }

  @EventHandler
  void on(FacilityAbolished event, Writes writes, @Timestamp Instant at) {
    writes.add(
        "update view.facility set abolished_at = ? where facility_id = ?", at, event.facilityId());
  }

  @EventHandler
  void on(AdministratorAppointed event, Writes writes) {
    writes.add(
        "update view.facility set administrator_id = ? where facility_id = ?",
        event.accountId(),
        event.facilityId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.facility");
  }
}
