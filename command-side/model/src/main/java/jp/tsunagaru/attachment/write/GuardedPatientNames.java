package jp.tsunagaru.attachment.write;

import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a record is about, sealed as in the event; opened only to compare (DC-08). */
@Component
@ProcessingGroup("guard")
class GuardedPatientNames {
  private final JdbcClient jdbc;
  private final Sealer sealer;

  GuardedPatientNames(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  @EventHandler
  void on(PatientRegistered event) {
    keep(event.patientId(), event.basicInfo());
  }

  @EventHandler
  void on(BasicInfoChanged event) {
    keep(event.patientId(), event.basicInfo());
  }

  @EventHandler
  void on(PatientErased event) {
    jdbc.sql("delete from guard.patient_name where patient_id = ?")
        .params(event.patientId().value())
        .update();
  }

  private void keep(PatientId patientId, Personal<BasicInfo> basicInfo) {
    jdbc.sql(
            """
            insert into guard.patient_name (patient_id, sealed) values (?, ?)
            on conflict (patient_id) do update set sealed = excluded.sealed\
            """)
        .params(patientId.value(), sealer.seal(basicInfo))
        .update();
  }

  Optional<BasicInfo> find(PatientId patientId) {
    return jdbc.sql("select sealed from guard.patient_name where patient_id = ?")
        .params(patientId.value())
        .query((rs, row) -> rs.getBytes(1))
        .optional()
        .flatMap(bytes -> sealer.sealed(Subject.of(patientId), bytes, BasicInfo.class).read());
  }
}
