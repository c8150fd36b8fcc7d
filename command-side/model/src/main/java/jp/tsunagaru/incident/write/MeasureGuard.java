package jp.tsunagaru.incident.write;

import java.time.ZoneOffset;
import jp.tsunagaru.access.event.BreakGlassDisabled;
import jp.tsunagaru.account.event.AccountDeactivated;
import jp.tsunagaru.account.event.CredentialReissued;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.event.PatientErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what was done that can be a measure against a leak (第28条2), so that a measure names an
 * event that there is.
 */
@Component
@ProcessingGroup("guard")
class MeasureGuard {
  private final JdbcClient jdbc;

  MeasureGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(AccountDeactivated event, EventMessage<?> message) {
    note(message, MeasureKind.ACCOUNT_DEACTIVATED, event.accountId());
  }

  @EventHandler
  void on(CredentialReissued event, EventMessage<?> message) {
    note(message, MeasureKind.CREDENTIAL_REISSUED, event.accountId());
  }

  @EventHandler
  void on(SharingStopped event, EventMessage<?> message) {
    note(message, MeasureKind.SHARING_STOPPED, event.patientId());
  }

  @EventHandler
  void on(MembershipEnded event, EventMessage<?> message) {
    note(message, MeasureKind.MEMBERSHIP_ENDED, event.patientId());
  }

  @EventHandler
  void on(BreakGlassDisabled event, EventMessage<?> message) {
    note(message, MeasureKind.BREAK_GLASS_DISABLED, event.switchId());
  }

  @EventHandler
  void on(DocumentDeleted event, EventMessage<?> message) {
    note(message, MeasureKind.DOCUMENT_DELETED, event.patientId());
  }

  @EventHandler
  void on(DocumentPurged event, EventMessage<?> message) {
    note(message, MeasureKind.DOCUMENT_PURGED, event.patientId());
  }

  @EventHandler
  void on(UseEnded event, EventMessage<?> message) {
    note(message, MeasureKind.USE_ENDED, event.patientId());
  }

  @EventHandler
  void on(ConsentWithdrawn event, EventMessage<?> message) {
    note(message, MeasureKind.CONSENT_WITHDRAWN, event.patientId());
  }

  /** At a request or by a disposal; the documents that went with it are noted one by one. */
  @EventHandler
  void on(PatientErased event, EventMessage<?> message) {
    note(message, MeasureKind.PATIENT_ERASED, event.patientId());
  }

  private void note(EventMessage<?> message, MeasureKind kind, Id about) {
    jdbc.sql(
            """
            insert into guard.security_measure (event_id, kind, about, account_id, at)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .params(
            message.getIdentifier(),
            kind.name(),
            about.value(),
            Origin.from(message.getMetaData()).map(Origin::accountId).orElse(""),
            message.getTimestamp().atOffset(ZoneOffset.UTC))
        .update();
  }
}
