package jp.tsunagaru.audit.read;

import java.time.Instant;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Finds accesses by patient, account, facility and time. The position is the one in the stream of
 * the store, so a rebuild gives every step the number it had.
 */
@Projection(Projection.Stream.ACCESS)
@ProcessingGroup("access-log")
final class AccessLogProjector {
  private static final String ALLOWED = "ALLOWED";

  @EventHandler
  void on(RecordViewed event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.patientId().value(), event.action(), ALLOWED);
  }

  @EventHandler
  void on(RecordPrinted event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.patientId().value(), event.action(), ALLOWED);
  }

  @EventHandler
  void on(AccessDenied event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.patientId(), event.action(), event.code());
  }

  @EventHandler
  void on(ListSearched event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, "", event.action(), ALLOWED);
  }

  @EventHandler
  void on(PatientTakenOut event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.patientId().value(), event.action(), ALLOWED);
  }

  @EventHandler
  void on(AuditReplayed event, EventMessage<?> message, TrackingToken token, Writes writes) {
    String patient = event.scope().equals("PATIENT") ? event.scopeId() : "";
    String action = event.scope().equals("EVENT") ? "FindRecordProof" : "ReplayAccess";
    add(writes, message, token, patient, action, ALLOWED);
  }

  @EventHandler
  void on(SignInSucceeded event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.accountId().value(), "", "SignIn", ALLOWED);
  }

  @EventHandler
  void on(SignInFailed event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.accountId(), "", "SignIn", event.reasonCode());
  }

  @EventHandler
  void on(SessionClosed event, EventMessage<?> message, TrackingToken token, Writes writes) {
    add(writes, message, token, event.accountId().value(), "", "SignOut", ALLOWED);
  }

  private static void add(
      Writes writes,
      EventMessage<?> message,
      TrackingToken token,
      String patientId,
      String action,
      String result) {
    String account = Origin.from(message.getMetaData()).map(Origin::accountId).orElse("");
    add(writes, message, token, account, patientId, action, result);
  }

  private static void add(
      Writes writes,
      EventMessage<?> message,
      TrackingToken token,
      String accountId,
      String patientId,
      String action,
      String result) {
    Instant at = message.getTimestamp();
    writes.add(
        """
        insert into view.access_log
          (position, event_id, at, account_id, facility_id, patient_id, action, result)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        token
            .position()
            .orElseThrow(() -> new IllegalStateException("the access stream has no positions")),
        message.getIdentifier(),
        at,
        accountId,
        Origin.from(message.getMetaData()).map(Origin::facilityId).orElse(""),
        patientId,
        action,
        result);
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.access_log");
  }
}
