package jp.tsunagaru.document.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.PurgeUnsentFiles;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.RestoreDocument;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.document.event.PurgeRequested;
import jp.tsunagaru.document.event.UnsentFilesPurged;
import jp.tsunagaru.form.event.FormApproved;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.event.SupportRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * 確定 → 改版 → 削除 → 復元 | 完全削除 (別紙1④⑤). An official form is written by rules of its own and deleted by
 * these.
 *
 * <p>Every handler also meets documents that do not exist, so that those and the ones of another
 * patient are refused alike (PT-12).
 */
@Aggregate
class Document {
  @AggregateIdentifier private DocumentId id;
  private @Nullable DocumentConfirmed first;
  private @Nullable Belonging belonging;
  private @Nullable Version newest;
  private State state = State.CONFIRMED;
  private @Nullable AccountId purgeRequestedBy;
  private boolean isNoArticle;
  private @Nullable PatientId ofPatient;

  private enum State {
    FORM_DRAFT,
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
    requireState(first != null || state != State.PURGED);
    if (isNoArticle) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (first != null) {
      answerAgain(first, command, actor);
      return;
    }
    NotWrittenAhead.check(command.occurredOn(), command.content(), clock);
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
            command.content().parts(),
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
    DocumentConfirmed document = article(command.patientId());
    AuthorOrColleague.check(Belonging.of(document), actor);
    requireState(state == State.CONFIRMED);
    if (command.expectedVersion() != version()) {
      if (newest != null && newest.authorId().equals(actor.accountId()) && newest.says(command)) {
        return;
      }
      throw conflict();
    }
    NotWrittenAhead.check(command.occurredOn(), command.content(), clock);
    OwnFiles.check(command.attachments(), command.documentId(), command.patientId(), files);
    Subject subject = Subject.of(command.documentId(), command.patientId());
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
            command.content().parts(),
            Personal.of(
                subject,
                new WrittenArticle(
                    command.content(), authors.asWritten(actor.accountId(), actor.facilityId()))),
            Personal.of(subject, command.reason())));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DeleteDocument command, MetaData metaData) {
    Belonging document = existing(command.patientId());
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
    Belonging document = existing(command.patientId());
    AuthorOrColleague.check(document, Actor.of(metaData));
    requireState(state == State.DELETED);
    apply(new DocumentRestored(command.documentId(), command.patientId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPurge command, MetaData metaData) {
    Belonging document = existing(command.patientId());
    AuthorOrColleague.check(document, Actor.of(metaData));
    requireState(state == State.DELETED && purgeRequestedBy == null);
    // The event has no field for the requester: its metadata decides who must not approve.
    apply(
        new PurgeRequested(command.documentId(), command.patientId(), document.facilityId()),
        metaData);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ApprovePurge command, MetaData metaData, DocumentFiles files, PurgeHolds holds) {
    Actor approver = Actor.of(metaData);
    Belonging document = existing();
    SecondPerson.checkResponsible(document, approver);
    AccountId requester = purgeRequestedBy;
    if (state != State.DELETED || requester == null) {
      throw new Refused(RefusalCode.DOCUMENT_STATE);
    }
    SecondPerson.checkNotRequester(requester, approver);
    holds.check(document.patientId());
    apply(
        new DocumentPurged(
            command.documentId(),
            document.patientId(),
            requester,
            approver.accountId(),
            files.all(command.documentId())));
  }

  /** What was uploaded for a post that nobody sent is kept no longer than a draft of it. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PurgeUnsentFiles command, UnsentFiles files) {
    if (ofPatient != null && state == State.PURGED && belonging == null) {
      return;
    }
    List<AttachmentId> overdue =
        files.overdue(command.documentId(), command.patientId(), command.days());
    requireState(ofPatient == null && !overdue.isEmpty());
    apply(new UnsentFilesPurged(command.documentId(), command.patientId(), overdue));
  }

  /** 第16条3: deleted, and then purged; the request takes the place of the second person. */
  void erase(PatientId patientId, Actor actor, List<AttachmentId> files) {
    if (!patientId.equals(ofPatient)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (state == State.CONFIRMED) {
      apply(
          new DocumentDeleted(
              id,
              patientId,
              DeletionReason.PATIENT_REQUEST,
              Personal.of(Subject.of(id, patientId), "")));
    }
    eraseAgain(patientId, actor, files);
  }

  /** Also what was not deleted first: after a restore its key is gone already. */
  void eraseAgain(PatientId patientId, Actor actor, List<AttachmentId> files) {
    if (!patientId.equals(ofPatient)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (state != State.PURGED) {
      apply(new DocumentPurged(id, patientId, actor.accountId(), actor.accountId(), files));
    }
  }

  private Belonging existing() {
    if (belonging == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return belonging;
  }

  /** The right was decided for the patient of the command: it must be the one of the document. */
  private Belonging existing(PatientId patientId) {
    Belonging document = existing();
    if (!document.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return document;
  }

  private DocumentConfirmed article(PatientId patientId) {
    existing(patientId);
    if (first == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return first;
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

  private static Subject subject(Belonging document) {
    return Subject.of(document.documentId(), document.patientId());
  }

  @EventSourcingHandler
  void on(DocumentConfirmed event) {
    id = event.documentId();
    first = event;
    ofPatient = event.patientId();
    belonging = Belonging.of(event);
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

  /** With its key the id is used up: nothing can be sealed under it any more. */
  @EventSourcingHandler
  void on(UnsentFilesPurged event) {
    id = event.documentId();
    ofPatient = event.patientId();
    state = State.PURGED;
  }

  /** The id belongs to the sheet of a consent: no article can take it. */
  @EventSourcingHandler
  void on(ConsentPaperKept event) {
    id = event.documentId();
    isNoArticle = true;
    ofPatient = event.patientId();
  }

  /** The id belongs to a request for support, which is one from the first on. */
  @EventSourcingHandler
  void on(SupportRequested event) {
    id = event.documentId();
    isNoArticle = true;
    ofPatient = event.patientId();
    if (belonging == null) {
      belonging = Belonging.of(event);
    }
  }

  /**
   * The id belongs to an official form: no article can take it. A draft is dropped, not deleted.
   */
  @EventSourcingHandler
  void on(FormDrafted event) {
    id = event.documentId();
    isNoArticle = true;
    ofPatient = event.patientId();
    if (belonging == null) {
      belonging = Belonging.of(event);
      state = State.FORM_DRAFT;
    }
  }

  @EventSourcingHandler
  void on(FormApproved event) {
    belonging = Belonging.of(event);
    state = State.CONFIRMED;
  }
}
