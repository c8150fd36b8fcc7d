package jp.tsunagaru.facility.write;

import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.facility.event.ApplicationRevised;
import jp.tsunagaru.facility.event.FacilityAbolished;
import jp.tsunagaru.facility.event.FacilityApplied;
import jp.tsunagaru.facility.event.FacilityChanged;
import jp.tsunagaru.facility.event.FacilityRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code guard.facility} and {@code guard.applicant} in the transaction of the decision. */
@Component
@ProcessingGroup("guard")
class FacilityGuard {
  private final JdbcClient jdbc;

  FacilityGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(FacilityRegistered event) {
    jdbc.sql(
            """
            insert into guard.facility (facility_id, name, state) values (?, ?, 'ACTIVE')
            on conflict do nothing\
            """)
        .params(event.facilityId().value(), event.profile().name())
        .update();
  }

  @EventHandler
  void on(FacilityChanged event) {
    jdbc.sql("update guard.facility set name = ? where facility_id = ?")
        .params(event.profile().name(), event.facilityId().value())
        .update();
  }

  @EventHandler
  void on(AdministratorAppointed event) {
    jdbc.sql("update guard.facility set administrator_id = ? where facility_id = ?")
        .params(event.accountId().value(), event.facilityId().value())
        .update();
  }

  @EventHandler
  void on(FacilityAbolished event) {
    jdbc.sql("update guard.facility set state = 'ABOLISHED' where facility_id = ?")
        .param(event.facilityId().value())
        .update();
  }

  @EventHandler
  void on(FacilityApplied event) {
    reachedAt(event.applicationId(), event.profile().email());
  }

  @EventHandler
  void on(ApplicationRevised event) {
    reachedAt(event.applicationId(), event.profile().email());
  }

  private void reachedAt(ApplicationId application, String email) {
    jdbc.sql(
            """
            insert into guard.applicant (application_id, email) values (?, ?)
            on conflict (application_id) do update set email = excluded.email\
            """)
        .params(application.value(), email)
        .update();
  }
}
