package jp.tsunagaru.consent.write;

import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Switches {@code guard.patient}: the next decision about the patient sees it (PT-01, PT-10). */
@Component
@ProcessingGroup("guard")
class ConsentGuard {
  private final JdbcClient jdbc;

  ConsentGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(ConsentGranted event) {
    turn(event.patientId(), event.consentId(), "SHARED");
  }

  @EventHandler
  void on(SharingStopped event) {
    turn(event.patientId(), event.consentId(), "STOPPED");
  }

  @EventHandler
  void on(SharingResumed event) {
    turn(event.patientId(), event.consentId(), "SHARED");
  }

  private void turn(PatientId patientId, ConsentId consentId, String sharing) {
    int changed =
        jdbc.sql("update guard.patient set sharing = ?, consent_id = ? where patient_id = ?")
            .param(sharing)
            .param(consentId.value())
            .param(patientId.value())
            .update();
    if (changed != 1) {
      // A consent without its patient would share nothing and look as if it did.
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }
}
