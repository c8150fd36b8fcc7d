package jp.tsunagaru.patient.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.patient.event.PatientErased;
import jp.tsunagaru.patient.event.PatientRegistered;
import jp.tsunagaru.patient.event.PatientsMerged;
import jp.tsunagaru.patient.event.PatientsUnmerged;
import jp.tsunagaru.patient.event.ProvisionalPurged;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code guard.patient}: until a consent, visible to the registrar alone (PT-01). */
@Component
@ProcessingGroup("guard")
class PatientGuard {
  private final JdbcClient jdbc;
  private final KeyStore keys;

  PatientGuard(JdbcClient jdbc, KeyStore keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  @EventHandler
  void on(PatientRegistered event, @Timestamp Instant at) {
    jdbc.sql(
            """
            insert into guard.patient (patient_id, sharing, registrar_id, registered_at)
            values (?, 'PROVISIONAL', ?, ?) on conflict (patient_id) do nothing\
            """)
        .param(event.patientId().value())
        .param(event.registrarId().value())
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * PT-01: a consent that is recorded at the same moment waits for this row and then finds nobody,
   * or came first and keeps the record.
   */
  @EventHandler
  void on(ProvisionalPurged event) {
    String patient = event.patientId().value();
    int changed =
        jdbc.sql(
                """
                update guard.patient set sharing = 'PURGED'
                where patient_id = ? and sharing in ('PROVISIONAL', 'PURGED')\
                """)
            .param(patient)
            .update();
    if (changed != 1) {
      throw new Refused(RefusalCode.SHARING_STATE);
    }
    for (String trace :
        List.of(
            "delete from guard.patient_identity where patient_id = ?",
            "delete from guard.patient_name where patient_id = ?",
            "delete from guard.draft where patient_id = ?",
            "delete from guard.conversion where patient_id = ?",
            "update guard.document set state = 'PURGED' where patient_id = ?",
            "update guard.attachment set purged = true where patient_id = ?")) {
      jdbc.sql(trace).param(patient).update();
    }
    keys.destroy(patient);
  }

  /** Both records are held until the commit: two merges at once cannot make a chain. */
  @EventHandler
  void on(PatientsMerged event) {
    jdbc.sql(
            """
            select patient_id from guard.patient where patient_id in (?, ?)
            order by patient_id for update\
            """)
        .params(event.patientId().value(), event.mainId().value())
        .query(String.class)
        .list();
    int written =
        jdbc.sql(
                """
                insert into guard.patient_merge (patient_id, main_id)
                select :patient, :main
                where not exists (
                  select 1 from guard.patient_merge m
                  where m.main_id = :patient or m.patient_id = :main)
                on conflict do nothing\
                """)
            .param("patient", event.patientId().value())
            .param("main", event.mainId().value())
            .update();
    if (written != 1 && !merged(event)) {
      throw new Refused(RefusalCode.MERGE_STATE);
    }
  }

  /** The same event again, as when the tables are reconciled with the store. */
  private boolean merged(PatientsMerged event) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.patient_merge where patient_id = ? and main_id = ?)\
            """)
        .params(event.patientId().value(), event.mainId().value())
        .query(Boolean.class)
        .single();
  }

  @EventHandler
  void on(PatientsUnmerged event) {
    jdbc.sql("delete from guard.patient_merge where patient_id = ? and main_id = ?")
        .params(event.patientId().value(), event.mainId().value())
        .update();
  }

  /** With the key of the patient goes that of every document, which it wraps. */
  @EventHandler
  void on(PatientErased event) {
    jdbc.sql(
            """
            update guard.patient set sharing = 'ERASED', ended_on = null, retained_until = null
            where patient_id = ?\
            """)
        .param(event.patientId().value())
        .update();
    keys.destroy(event.patientId().value());
  }
}
