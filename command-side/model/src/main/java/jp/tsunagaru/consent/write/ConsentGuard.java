package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientErased;
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

  @EventHandler
  void on(UseEnded event) {
    turn(event.patientId(), event.consentId(), event.displayed() ? "ENDED" : "WITHDRAWN");
    keep(event.patientId(), event.endedOn(), event.retainedUntil(), event.team());
  }

  @EventHandler
  void on(ConsentWithdrawn event) {
    turn(event.patientId(), event.consentId(), "WITHDRAWN");
    keep(event.patientId(), event.withdrawnOn(), event.retainedUntil(), event.team());
  }

  @EventHandler
  void on(UseResumed event) {
    turn(event.patientId(), event.consentId(), "SHARED");
    jdbc.sql("update guard.patient set ended_on = null, retained_until = null where patient_id = ?")
        .param(event.patientId().value())
        .update();
    forget(event.patientId());
  }

  @EventHandler
  void on(PatientErased event) {
    forget(event.patientId());
  }

  /** DL-05: the team of the day, which no later change of a group widens. */
  private void keep(
      PatientId patientId, LocalDate endedOn, LocalDate until, List<RetainedMember> team) {
    jdbc.sql(
            """
            update guard.patient set ended_on = coalesce(ended_on, ?), retained_until = ?
            where patient_id = ?\
            """)
        .params(endedOn, until, patientId.value())
        .update();
    forget(patientId);
    for (RetainedMember member : team) {
      GroupId group = member.groupId();
      jdbc.sql(
              """
              insert into guard.retained
                (patient_id, account_id, grant_id, group_id, rights, valid_from)
              values (?, ?, ?, ?, ?, ?) on conflict do nothing\
              """)
          .param(patientId.value())
          .param(member.accountId().value())
          .param(member.grantId().value())
          .param(group == null ? "" : group.value())
          .param(member.rights().stream().map(Enum::name).sorted().toArray(String[]::new))
          .param(member.from())
          .update();
    }
  }

  private void forget(PatientId patientId) {
    jdbc.sql("delete from guard.retained where patient_id = ?").param(patientId.value()).update();
  }

  private void turn(PatientId patientId, ConsentId consentId, String sharing) {
    int changed =
        jdbc.sql(
                """
                update guard.patient set sharing = ?, consent_id = ?
                where patient_id = ? and sharing <> 'PURGED'\
                """)
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
