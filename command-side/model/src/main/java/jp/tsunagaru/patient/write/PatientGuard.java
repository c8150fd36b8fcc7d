package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code guard.patient}: until a consent, visible to the registrar alone (PT-01). */
@Component
@ProcessingGroup("guard")
class PatientGuard {
  private final JdbcClient jdbc;

  PatientGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(PatientRegistered event) {
    jdbc.sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id)
            values (?, 'PROVISIONAL', ?) on conflict (patient_id) do nothing\
            """)
        .param(event.patientId().value())
        .param(event.registrarId().value())
        .update();
  }
}
