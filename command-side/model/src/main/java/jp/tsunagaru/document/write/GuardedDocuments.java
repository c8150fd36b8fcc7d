package jp.tsunagaru.document.write;

import java.util.Collection;
import java.util.Optional;
import jp.tsunagaru.axon.database.Creation;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.patient.event.PatientErased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What access decisions need to know of documents, in the transaction of the event. */
@Component
@ProcessingGroup("guard")
class GuardedDocuments {
  private static final String POSTED =
      """
      with posted as (delete from guard.draft where account_id = ? and document_id = ?)
      insert into guard.document (document_id, patient_id, author_id, facility_id, profession,
        state, version, occurred_on, scope, visible_accounts, visible_groups,
        visible_professions)
      values (?, ?, ?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final JdbcClient jdbc;
  private final KeyStore keys;

  GuardedDocuments(JdbcClient jdbc, KeyStore keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** One statement with the draft that it came from: posting is what people wait for. */
  @EventHandler
  void on(DocumentConfirmed event) {
    Visibility visibility = event.visibility();
    Object[] values = {
      event.authorId().value(),
      event.documentId().value(),
      event.documentId().value(),
      event.patientId().value(),
      event.authorId().value(),
      event.facilityId().value(),
      event.profession().name(),
      event.occurredOn(),
      visibility.scope().name(),
      texts(visibility.accounts()),
      texts(visibility.groups()),
      texts(visibility.professions())
    };
    Optional<Creation> creation = Creation.of(event.documentId().value());
    if (creation.isPresent()) {
      creation.get().add(POSTED, values);
    } else {
      jdbc.sql(POSTED).params(values).update();
    }
  }

  /** Author and facility stay those of the first version: the document remains theirs. */
  @EventHandler
  void on(DocumentRevised event) {
    Visibility visibility = event.visibility();
    jdbc.sql(
            """
            update guard.document set version = ?, occurred_on = ?, scope = ?,
              visible_accounts = ?, visible_groups = ?, visible_professions = ?
            where document_id = ?\
            """)
        .params(
            event.version(),
            event.occurredOn(),
            visibility.scope().name(),
            texts(visibility.accounts()),
            texts(visibility.groups()),
            texts(visibility.professions()),
            event.documentId().value())
        .update();
    removeDraft(event.documentId(), event.authorId().value());
  }

  @EventHandler
  void on(DocumentDeleted event) {
    state(event.documentId(), "DELETED");
  }

  @EventHandler
  void on(DocumentRestored event) {
    jdbc.sql("update guard.document set purge_requested_by = null where document_id = ?")
        .params(event.documentId().value())
        .update();
    state(event.documentId(), "CONFIRMED");
  }

  @EventHandler
  void on(PurgeRequested event, MetaData metaData) {
    jdbc.sql("update guard.document set purge_requested_by = ? where document_id = ?")
        .params(Actor.of(metaData).accountId().value(), event.documentId().value())
        .update();
  }

  /** 第16条3: with the key everything ever sealed for the document is unreadable, in backups too. */
  @EventHandler
  void on(DocumentPurged event) {
    state(event.documentId(), "PURGED");
    jdbc.sql("delete from guard.draft where document_id = ?")
        .params(event.documentId().value())
        .update();
    keys.destroy(event.documentId().value());
  }

  @EventHandler
  void on(UnsentFilesPurged event) {
    keys.destroy(event.documentId().value());
  }

  /** Drafts of documents that were never posted. */
  @EventHandler
  void on(PatientErased event) {
    jdbc.sql("delete from guard.draft where patient_id = ?")
        .params(event.patientId().value())
        .update();
  }

  private void state(DocumentId documentId, String state) {
    jdbc.sql("update guard.document set state = ? where document_id = ?")
        .params(state, documentId.value())
        .update();
  }

  private void removeDraft(DocumentId documentId, String accountId) {
    jdbc.sql("delete from guard.draft where account_id = ? and document_id = ?")
        .params(accountId, documentId.value())
        .update();
  }

  private static String[] texts(Collection<?> values) {
    return values.stream()
        .map(value -> value instanceof Enum<?> constant ? constant.name() : value.toString())
        .toArray(String[]::new);
  }
}
