package jp.tsunagaru.form.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormCancelled;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.form.event.FormSubmittedForApproval;
import jp.tsunagaru.form.event.FormSuperseded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What decisions need to know of forms, in the transaction of the event. A form is a document: its
 * row among the documents is what the gate looks at, there {@code CONFIRMED} means not deleted.
 */
@Component
@ProcessingGroup("guard")
class GuardedForms {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final JdbcClient jdbc;

  GuardedForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** At first of who began it, from 確定 on of the physician; the whole team may see a form. */
  @EventHandler
  void on(FormDrafted event, @Timestamp Instant at) {
    jdbc.sql(
            """
            insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
              state, version, occurred_on, scope)
            values (?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, 'TEAM')
            on conflict (document_id) do update set version = excluded.version\
            """)
        .params(
            event.documentId().value(),
            event.patientId().value(),
            event.enteredBy().value(),
            event.facilityId().value(),
            event.profession().name(),
            event.version(),
            LocalDate.ofInstant(at, JAPAN))
        .update();
    jdbc.sql(
            """
            insert into guard.form (document_id, patient_id, kind, state) values (?, ?, ?, 'DRAFT')
            on conflict (document_id) do update set state = 'DRAFT'\
            """)
        .params(
            event.documentId().value(),
            event.patientId().value(),
            FormDefinitions.official().of(event.formVersion()).kind().name())
        .update();
  }

  @EventHandler
  void on(FormSubmittedForApproval event) {
    state(event.documentId(), "SUBMITTED");
  }

  @EventHandler
  void on(FormApproved event) {
    jdbc.sql(
            """
            update guard.document set version = ?, author_id = ?, facility_id = ?,
              profession = 'PHYSICIAN'
            where document_id = ?\
            """)
        .params(
            event.version(),
            event.approvedBy().value(),
            event.facilityId().value(),
            event.documentId().value())
        .update();
    state(event.documentId(), "APPROVED");
  }

  @EventHandler
  void on(FormSuperseded event) {
    state(event.documentId(), "SUPERSEDED");
  }

  @EventHandler
  void on(FormCancelled event) {
    state(event.documentId(), "CANCELLED");
  }

  private void state(DocumentId documentId, String state) {
    jdbc.sql("update guard.form set state = ? where document_id = ?")
        .params(state, documentId.value())
        .update();
  }
}
