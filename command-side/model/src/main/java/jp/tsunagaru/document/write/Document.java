package jp.tsunagaru.document.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.Map;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * 確定 → 改版 → 削除 → 復元 | 完全削除 (別紙1④⑤).
 *
 * <p>Every handler also meets documents that do not exist, so that those and the ones of another
 * patient are refused alike (PT-12).
 */
@Aggregate
class Document {
  @AggregateIdentifier private DocumentId id;
  private @Nullable DocumentConfirmed first;
  private @Nullable Version newest;
  private State state = State.CONFIRMED;
  private @Nullable AccountId purgeRequestedBy;
  private boolean isForm;

  private enum State {
    CONFIRMED,
    DELETED,
    PURGED
  }

  Document() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      PostArticle command, MetaData metaData, Authors authors, DocumentFiles files, Clock clock) {
    Actor actor = Actor.of(metaData);
    if (isForm) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (first != null) {
      answerAgain(first, command, actor);
      return;
    }
    NotWrittenAhead.check(command.occurredOn(), clock);
    OwnFiles.check(command.attachments(), command.documentId(), command.patientId(), files);
    apply(
        new DocumentConfirmed(
            command.documentId(),
            command.patientId(),
            actor.accountId(),
            actor.facilityId(),
            actor.profession(),
            command.occurredOn(),
            command.tags(),
            command.visibility(),
            command.attachments(),
            Personal.of(
                Subject.of(command.documentId(), command.patientId()),
                new WrittenArticle(
                    command.content(), authors.asWritten(actor.accountId(), actor.facilityId())))));
  }

  /** An answer that got lost makes clients post again; what they see then is that it is there. */
  private void answerAgain(DocumentConfirmed document, PostArticle command, Actor actor) {
    if (!document.patientId().equals(command.patientId())
        || !document.authorId().equals(actor.accountId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    requireState(state != State.PURGED);
    if (!Version.of(document).says(command)) {
      throw conflict();
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      ReviseArticle command, MetaData metaData, Authors authors, DocumentFiles files, Clock clock) {
    Actor actor = Actor.of(metaData);
    DocumentConfirmed document = existing(command.patientId());
    AuthorOrColleague.check(document, actor);
    requireState(state == State.CONFIRMED);
    if (command.expectedVersion() != version()) {
      if (newest != null && newest.authorId().equals(actor.accountId()) && newest.says(command)) {
        return;
      }
      throw conflict();
    }
    NotWrittenAhead.check(command.occurredOn(), clock);
    OwnFiles.check(command.attachments(), command.documentId(), command.patientId(), files);
    Subject subject = subject(document);
    apply(
        new DocumentRevised(
            command.documentId(),
            command.patientId(),
            version() + 1,
            actor.accountId(),
            actor.facilityId(),
            actor.profession(),
            command.occurredOn(),
            command.tags(),
            command.visibility(),
            command.attachments(),
            Personal.of(
                subject,
                new WrittenArticle(
                    command.content(), authors.asWritten(actor.accountId(), actor.facilityId()))),
            Personal.of(subject, command.reason())));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DeleteDocument command, MetaData metaData) {
    DocumentConfirmed document = existing(command.patientId());
    AuthorOrColleague.check(document, Actor.of(metaData));
    requireState(state == State.CONFIRMED);
    apply(
        new DocumentDeleted(
            command.documentId(),
            command.patientId(),
            command.reason(),
            Personal.of(subject(document), command.note())));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RestoreDocument command, MetaData metaData) {
    DocumentConfirmed document = existing(command.patientId());
    AuthorOrColleague.check(document, Actor.of(metaData));
    requireState(state == State.DELETED);
    apply(new DocumentRestored(command.documentId(), command.patientId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPurge command, MetaData metaData) {
    DocumentConfirmed document = existing(command.patientId());
    AuthorOrColleague.check(document, Actor.of(metaData));
    requireState(state == State.DELETED && purgeRequestedBy == null);
    // The event has no field for the requester: its metadata decides who must not approve.
    apply(
        new PurgeRequested(command.documentId(), command.patientId(), document.facilityId()),
        metaData);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ApprovePurge command, MetaData metaData, DocumentFiles files) {
    Actor approver = Actor.of(metaData);
    DocumentConfirmed document = existing();
    SecondPerson.checkResponsible(document, approver);
    AccountId requester = purgeRequestedBy;
    if (state != State.DELETED || requester == null) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
    SecondPerson.checkNotRequester(requester, approver);
    apply(
        new DocumentPurged(
            command.documentId(),
            document.patientId(),
            requester,
            approver.accountId(),
            files.all(command.documentId())));
  }

  private DocumentConfirmed existing() {
    if (first == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return first;
  }

  /** The right was decided for the patient of the command: it must be the one of the document. */
  private DocumentConfirmed existing(PatientId patientId) {
    DocumentConfirmed document = existing();
    if (!document.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return document;
  }

  private static void requireState(boolean holds) {
    if (!holds) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
  }

  private Refused conflict() {
    return new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(version())));
  }

  private long version() {
    return newest == null ? 0 : newest.number();
  }

  private static Subject subject(DocumentConfirmed document) {
    return Subject.of(document.documentId(), document.patientId());
  }

  @EventSourcingHandler
  void on(DocumentConfirmed event) {
    id = event.documentId();
    first = event;
    newest = Version.of(event);
  }

  @EventSourcingHandler
  void on(DocumentRevised event) {
    newest = Version.of(event);
  }

  @EventSourcingHandler
  void on(DocumentDeleted event) {
    state = State.DELETED;
  }

  @EventSourcingHandler
  void on(DocumentRestored event) {
    state = State.CONFIRMED;
    purgeRequestedBy = null;
  }

  @EventSourcingHandler
  void on(PurgeRequested event, MetaData metaData) {
    purgeRequestedBy = Actor.of(metaData).accountId();
  }

  @EventSourcingHandler
  void on(DocumentPurged event) {
    state = State.PURGED;
  }

  /** The id belongs to an official form: no article can take it. */
  @EventSourcingHandler
  void on(FormDrafted event) {
    id = event.documentId();
    isForm = true;
  }
}
