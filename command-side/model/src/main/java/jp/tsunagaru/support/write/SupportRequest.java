package jp.tsunagaru.support.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.consent.event.ConsentPaperKept;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRestored;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.event.FormDrafted;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.command.AnswerSupport;
import jp.tsunagaru.support.command.DecideSupport;
import jp.tsunagaru.support.command.DeclineSupport;
import jp.tsunagaru.support.command.RequestSupport;
import jp.tsunagaru.support.command.SupportCommand;
import jp.tsunagaru.support.command.WithdrawSupport;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * 依頼 → 回答 → 採否, or 辞退, or 取り下げ (第17条, 第18条, TM-09). A request is a document of a patient and has
 * the id of one: access, keys, deletion and view records treat it like any other.
 *
 * <p>Every handler also meets requests that do not exist, so that those and the ones of another
 * patient are refused alike (PT-12).
 */
@Aggregate
class SupportRequest {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @AggregateIdentifier private DocumentId id;
  private @Nullable SupportRequested first;
  private @Nullable SupportRequested newest;
  private long version;
  private State state = State.REQUESTED;
  private boolean somethingElse;
  private boolean deleted;

  private enum State {
    REQUESTED,
    ANSWERED,
    DECIDED,
    DECLINED,
    WITHDRAWN
  }

  SupportRequest() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestSupport command, MetaData metaData, SupportFacts facts, Clock clock) {
    Requester requester = Requester.of(metaData);
    if (somethingElse
        || first == null && command.expectedVersion() != 0
        || first != null && !first.patientId().equals(command.patientId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    if (first != null) {
      ofRequester(first, requester);
      requireState(state == State.REQUESTED && !deleted);
      if (newest != null
          && command.expectedVersion() + 1 == version
          && says(newest, requester, command)) {
        return;
      }
      requireNewest(command);
    }
    Addressee addressee = command.addressee();
    if (requester.facilityId().equals(addressee.facilityId())) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "addressee");
    }
    if (!facts.mayAnswer(addressee, command.patientId())) {
      throw new Refused(RefusalCode.SUPPORT_ADDRESSEE);
    }
    LocalDate due = command.dueOn();
    if (due != null
        && due.isBefore(LocalDate.ofInstant(clock.instant(), JAPAN))
        && (newest == null || !due.equals(newest.dueOn()))) {
      throw Refused.field(RefusalCode.FIELD_INVALID, "answerDue");
    }
    if (command.references().contains(command.documentId())
        || !facts.shownToTheTeam(command.references(), command.patientId())) {
      throw new Refused(RefusalCode.SUPPORT_REFERENCE);
    }
    SupportFacts.Writer writer = requester.writer(facts);
    apply(
        new SupportRequested(
            command.documentId(),
            command.patientId(),
            version + 1,
            requester.accountId(),
            requester.facilityId(),
            writer.profession(),
            command.kind(),
            addressee,
            due,
            command.references(),
            written(command, command.question(), writer),
            Personal.of(subject(command), command.contract())));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AnswerSupport command, MetaData metaData, SupportFacts facts) {
    SupportRequested asked = existing(command.patientId());
    Requester answerer = Requester.of(metaData);
    ofAddressee(asked, answerer);
    requireState(state == State.REQUESTED || state == State.ANSWERED);
    requireNewest(command);
    SupportFacts.Writer writer = answerer.writer(facts);
    apply(
        new SupportAnswered(
            command.documentId(),
            command.patientId(),
            version + 1,
            answerer.accountId(),
            answerer.facilityId(),
            writer.profession(),
            written(command, command.answer(), writer)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DeclineSupport command, MetaData metaData, SupportFacts facts) {
    SupportRequested asked = existing(command.patientId());
    Requester answerer = Requester.of(metaData);
    ofAddressee(asked, answerer);
    requireState(state == State.REQUESTED);
    requireNewest(command);
    SupportFacts.Writer writer = answerer.writer(facts);
    apply(
        new SupportDeclined(
            command.documentId(),
            command.patientId(),
            version + 1,
            answerer.accountId(),
            answerer.facilityId(),
            writer.profession(),
            written(command, command.reason(), writer)));
  }

  /**
   * 第18条1: the requester decides, on his own responsibility; a colleague does not do it for him.
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DecideSupport command, MetaData metaData, SupportFacts facts) {
    existing(command.patientId());
    Requester requester = Requester.of(metaData);
    if (first == null || !first.writtenBy().equals(requester.accountId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    requireState(state == State.ANSWERED || state == State.DECIDED);
    requireNewest(command);
    SupportFacts.Writer writer = requester.writer(facts);
    apply(
        new SupportDecided(
            command.documentId(),
            command.patientId(),
            version + 1,
            requester.accountId(),
            requester.facilityId(),
            writer.profession(),
            command.adoption(),
            written(command, command.reason(), writer)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(WithdrawSupport command, MetaData metaData, SupportFacts facts) {
    existing(command.patientId());
    Requester requester = Requester.of(metaData);
    if (first != null) {
      ofRequester(first, requester);
    }
    requireState(state == State.REQUESTED || state == State.ANSWERED);
    requireNewest(command);
    SupportFacts.Writer writer = requester.writer(facts);
    apply(
        new SupportWithdrawn(
            command.documentId(),
            command.patientId(),
            version + 1,
            requester.accountId(),
            requester.facilityId(),
            writer.profession(),
            written(command, command.reason(), writer)));
  }

  /** The right was decided for the patient of the command: it must be the one of the request. */
  private SupportRequested existing(PatientId patientId) {
    if (newest == null || !newest.patientId().equals(patientId)) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    requireState(!deleted);
    return newest;
  }

  /** DC-03: whoever asked, or somebody of the same facility. */
  private static void ofRequester(SupportRequested asked, Requester actor) {
    if (!asked.writtenBy().equals(actor.accountId())
        && !asked.facilityId().equals(actor.facilityId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  private static void ofAddressee(SupportRequested asked, Requester actor) {
    AccountId person = asked.addressee().accountId();
    if (!asked.addressee().facilityId().equals(actor.facilityId())
        || person != null && !person.equals(actor.accountId())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  /** An answer that got lost makes clients ask again; what they see then is that it is there. */
  private static boolean says(SupportRequested asked, Requester actor, RequestSupport command) {
    return asked.writtenBy().equals(actor.accountId())
        && asked.addressee().equals(command.addressee())
        && asked
            .request()
            .read()
            .filter(request -> request.content().text().equals(command.question()))
            .isPresent();
  }

  private void requireNewest(SupportCommand command) {
    if (command.expectedVersion() != version) {
      throw new Refused(RefusalCode.CONFLICT, Map.of("version", Long.toString(version)));
    }
  }

  private static void requireState(boolean holds) {
    if (!holds) {
      throw new Refused(RefusalCode.SUPPORT_STATE);
    }
  }

  private static Subject subject(SupportCommand command) {
    return Subject.of(command.documentId(), command.patientId());
  }

  private static Personal<WrittenArticle> written(
      SupportCommand command, String text, SupportFacts.Writer writer) {
    return Personal.of(
        subject(command), new WrittenArticle(new ArticleContent("", text), writer.name()));
  }

  private record Requester(AccountId accountId, FacilityId facilityId) {
    static Requester of(MetaData metaData) {
      return new Requester(Acting.account(metaData), Acting.facility(metaData));
    }

    SupportFacts.Writer writer(SupportFacts facts) {
      return facts.writer(accountId, facilityId);
    }
  }

  @EventSourcingHandler
  void on(SupportRequested event) {
    id = event.documentId();
    if (first == null) {
      first = event;
    }
    newest = event;
    version = event.version();
  }

  @EventSourcingHandler
  void on(SupportAnswered event) {
    become(State.ANSWERED, event.version());
  }

  @EventSourcingHandler
  void on(SupportDeclined event) {
    become(State.DECLINED, event.version());
  }

  @EventSourcingHandler
  void on(SupportDecided event) {
    become(State.DECIDED, event.version());
  }

  @EventSourcingHandler
  void on(SupportWithdrawn event) {
    become(State.WITHDRAWN, event.version());
  }

  private void become(State reached, long made) {
    state = reached;
    version = made;
  }

  /** Deletion, restoration and purging are those of every document. */
  @EventSourcingHandler
  void on(DocumentDeleted event) {
    deleted = true;
  }

  @EventSourcingHandler
  void on(DocumentRestored event) {
    deleted = false;
  }

  @EventSourcingHandler
  void on(DocumentPurged event) {
    deleted = true;
  }

  /** The id belongs to another document: whoever asks for a request of that id finds none. */
  @EventSourcingHandler
  void on(DocumentConfirmed event) {
    id = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(FormDrafted event) {
    id = event.documentId();
    somethingElse = true;
  }

  @EventSourcingHandler
  void on(ConsentPaperKept event) {
    id = event.documentId();
    somethingElse = true;
  }
}
