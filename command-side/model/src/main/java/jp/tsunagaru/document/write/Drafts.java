package jp.tsunagaru.document.write;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 下書き. A draft is working state of one person and no fact about a patient: it makes no event and
 * leaves no trace when it is dropped.
 */
@Component
class Drafts {
  private record Owner(String patientId, String authorId, String facilityId, String state) {}

  private final JdbcClient jdbc;
  private final Sealer sealer;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Sealer sealer, Clock clock) {
    this.jdbc = jdbc;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** A draft that arrives late does not replace a newer one. */
  @CommandHandler
  void handle(SaveDraft command, MetaData metaData) {
    Actor actor = Actor.of(metaData);
    checkDocument(command.documentId(), command.patientId(), actor);
    byte[] sealed =
        sealer.sealBytes(
            Subject.of(command.documentId(), command.patientId()),
            command.draft().getBytes(StandardCharsets.UTF_8));
    jdbc.sql(
            """
            insert into guard.draft (account_id, document_id, patient_id, kind, sealed, saved_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (account_id, document_id) do update
            set sealed = excluded.sealed, saved_at = excluded.saved_at
            where draft.saved_at <= excluded.saved_at\
            """)
        .params(
            actor.accountId().value(),
            command.documentId().value(),
            command.patientId().value(),
            command.kind().name(),
            sealed,
            Timestamp.from(clock.instant()))
        .update();
  }

  @CommandHandler
  void handle(DiscardDraft command, MetaData metaData) {
    jdbc.sql(
            """
            delete from guard.draft
            where account_id = ? and document_id = ? and patient_id = ?\
            """)
        .params(
            Actor.of(metaData).accountId().value(),
            command.documentId().value(),
            command.patientId().value())
        .update();
  }

  /** The right was decided for the patient of the command; the document must be that patient's. */
  private void checkDocument(DocumentId documentId, PatientId patientId, Actor actor) {
    Optional<Owner> document =
        jdbc.sql(
                """
                select patient_id, author_id, facility_id, state from guard.document
                where document_id = ?\
                """)
            .params(documentId.value())
            .query((rs, row) ->
                new Owner(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
            .optional();
    if (document.isEmpty()) {
      checkNew(documentId, patientId);
      return;
    }
    Owner owner = document.get();
    if (!owner.patientId().equals(patientId.value())
        || !owner.authorId().equals(actor.accountId().value())
            && !owner.facilityId().equals(actor.facilityId().value())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (!owner.state().equals("CONFIRMED")) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }

  private void checkNew(DocumentId documentId, PatientId patientId) {
    boolean ofAnother =
        jdbc.sql(
                """
                select exists (select 1 from guard.draft where document_id = ? and patient_id <> ?)
                or exists (select 1 from guard.attachment where document_id = ? and patient_id <> ?)
                """)
            .params(documentId.value(), patientId.value(), documentId.value(), patientId.value())
            .query(Boolean.class)
            .single();
    if (ofAnother) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    boolean usedUp =
        jdbc.sql("select exists (select 1 from guard.attachment where document_id = ? and purged)")
            .param(documentId.value())
            .query(Boolean.class)
            .single();
    if (usedUp) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }
}
