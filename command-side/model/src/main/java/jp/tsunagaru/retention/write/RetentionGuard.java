package jp.tsunagaru.retention.write;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagaru.document.write.PurgeHolds;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.event.DeletionExecuted;
import jp.tsunagaru.retention.event.DeletionRequestTakenBack;
import jp.tsunagaru.retention.event.DeletionRequested;
import jp.tsunagaru.retention.event.LegalHoldLifted;
import jp.tsunagaru.retention.event.LegalHoldPlaced;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests and holds, in the transaction of the event. */
@Component
@ProcessingGroup("guard")
class RetentionGuard implements PurgeHolds, Patients {
  private final JdbcClient jdbc;
  private final Clock clock;

  RetentionGuard(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventHandler
  void on(DeletionRequested event) {
    jdbc.sql(
            """
            insert into guard.deletion_request
              (request_id, patient_id, facility_id, scope, documents, from_day, to_day, due_on,
               state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing\
            """)
        .param(event.requestId().value())
        .param(event.patientId().value())
        .param(event.facilityId().value())
        .param(event.scope().name())
        .param(event.documents().stream().map(Id::value).toArray(String[]::new))
        .param(event.from())
        .param(event.to())
        .param(event.dueOn())
        .update();
  }

  @EventHandler
  void on(DeletionRequestTakenBack event) {
    state(event.requestId(), "TAKEN_BACK");
  }

  @EventHandler
  void on(DeletionExecuted event) {
    state(event.requestId(), "EXECUTED");
  }

  private void state(DeletionRequestId requestId, String state) {
    jdbc.sql("update guard.deletion_request set state = ? where request_id = ?")
        .params(state, requestId.value())
        .update();
  }

  @EventHandler
  void on(LegalHoldPlaced event) {
    jdbc.sql(
            """
            insert into guard.legal_hold (hold_id, patient_id, until) values (?, ?, ?)
            on conflict do nothing\
            """)
        .params(event.holdId().value(), event.patientId().value(), event.until())
        .update();
  }

  @EventHandler
  void on(LegalHoldLifted event) {
    jdbc.sql("update guard.legal_hold set lifted = true where hold_id = ?")
        .param(event.holdId().value())
        .update();
  }

  @Override
  public void check(PatientId patientId) {
    boolean held =
        jdbc.sql(
                """
                select exists (
                  select 1 from guard.legal_hold
                  where patient_id = ? and not lifted and until >= ?)\
                """)
            .params(patientId.value(), NotAheadOfToday.today(clock))
            .query(Boolean.class)
            .single();
    if (held) {
      throw new Refused(RefusalCode.DELETION_HELD);
    }
  }

  @Override
  public void checkKnown(PatientId patientId) {
    boolean known =
        jdbc.sql(
                """
                select exists (
                  select 1 from guard.patient where patient_id = ? and sharing <> 'ERASED')\
                """)
            .param(patientId.value())
            .query(Boolean.class)
            .single();
    if (!known) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  @Override
  public Set<PatientId> disposable(Set<PatientId> patients, LocalDate today) {
    return new HashSet<>(
        jdbc.sql(
                """
                select patient_id from guard.patient
                where patient_id = any (?) and sharing in ('ENDED', 'WITHDRAWN')
                  and retained_until < ?\
                """)
            .params(patients.stream().map(PatientId::value).toArray(String[]::new), today)
            .query((row, number) -> new PatientId(row.getString(1)))
            .list());
  }
}
