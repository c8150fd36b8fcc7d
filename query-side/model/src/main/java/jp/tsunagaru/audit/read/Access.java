package jp.tsunagaru.audit.read;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.HandedOut;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.PastViewed;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.event.SignInFailed;
import jp.tsunagaru.audit.event.SignInSucceeded;
import jp.tsunagaru.audit.query.AccessKind;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.Moment;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What one event of the access history, or one change, says. Rows are written from it, and a replay
 * is told from it, so the two cannot read an event differently.
 *
 * @param object what was changed, where it is neither a patient nor a document
 * @param results -1 where nothing was counted
 * @param note the purpose in words; it stays in the event
 * @param lookedAt the moment of the past that was shown
 */
record Access(
    String eventId,
    Instant at,
    Origin origin,
    AccessKind kind,
    String accountId,
    String action,
    String patientId,
    Map<DocumentId, Long> documents,
    String attachmentId,
    String object,
    int results,
    String result,
    @Nullable AccessGround ground,
    String purpose,
    String note,
    String termHash,
    @Nullable Moment lookedAt) {
  static final String ALLOWED = "ALLOWED";
  private static final Origin NOBODY = new Origin("", "", Set.of(), "", "", "", "");

  static Access of(String eventId, Instant at, @Nullable Origin known, AccessEvent event) {
    Origin origin = known == null ? NOBODY : known;
    String actor = origin.accountId();
    Said said =
        switch (event) {
          case RecordViewed viewed -> new Said(AccessKind.VIEW, actor, viewed.action(), ALLOWED);
          case PastViewed past -> new Said(AccessKind.VIEW, actor, past.action(), ALLOWED);
          case RecordPrinted paper ->
              new Said(AccessKind.PRINT, actor, paper.action(), ALLOWED).purpose(paper.purpose());
          case AccessDenied denied ->
              new Said(AccessKind.DENIED, actor, denied.action(), denied.code())
                  .patient(denied.patientId());
          case ListSearched searched ->
              new Said(AccessKind.SEARCH, actor, searched.action(), ALLOWED)
                  .counted(searched.results(), searched.termHash());
          case PatientTakenOut taken ->
              new Said(AccessKind.TAKE_OUT, actor, taken.action(), ALLOWED)
                  .patient(taken.patientId().value())
                  .purpose(PrintPurpose.ofCode(taken.purpose()).name())
                  .counted(taken.rows(), "");
          case AuditReplayed replayed ->
              new Said(AccessKind.AUDIT, actor, replayed.action(), ALLOWED)
                  .patient(replayed.scope().equals("PATIENT") ? replayed.scopeId() : "")
                  .purpose(replayed.purpose())
                  .counted(replayed.results(), "");
          case SignInSucceeded in ->
              new Said(AccessKind.SIGN_IN, in.accountId().value(), "SignIn", ALLOWED);
          case SignInFailed failed ->
              new Said(AccessKind.SIGN_IN, failed.accountId(), "SignIn", failed.reasonCode());
          case SessionClosed closed ->
              new Said(AccessKind.SIGN_IN, closed.accountId().value(), "SignOut", ALLOWED);
        };
    HandedOut out = event instanceof HandedOut handed ? handed : null;
    return new Access(
        eventId,
        at,
        origin,
        said.kind,
        said.account,
        said.action,
        out == null ? said.patient : out.patientId().value(),
        out == null ? Map.of() : out.documents(),
        event instanceof RecordViewed viewed ? viewed.attachmentId() : "",
        "",
        said.results,
        said.result,
        out == null ? null : out.ground(),
        said.purpose,
        event instanceof RecordPrinted paper ? paper.note().read().orElse("") : "",
        said.termHash,
        event instanceof PastViewed past
            ? new Moment(past.lookedAt(), Moment.Basis.valueOf(past.basis()))
            : null);
  }

  /** One that names nobody was done by the system itself. */
  static Access ofChange(EventMessage<?> message) {
    Origin origin = Origin.from(message.getMetaData()).orElse(Origin.system());
    Changes.Change change = Changes.of(message.getPayload());
    return new Access(
        message.getIdentifier(),
        message.getTimestamp(),
        origin,
        change.kind(),
        origin.accountId(),
        message.getPayloadType().getSimpleName(),
        change.patientId(),
        change.documents(),
        change.attachmentId(),
        change.patientId().isEmpty() && message instanceof DomainEventMessage<?> stored
            ? stored.getAggregateIdentifier()
            : "",
        -1,
        ALLOWED,
        AccessGround.from(message.getMetaData()).orElse(null),
        "",
        "",
        "",
        null);
  }

  private record Said(
      AccessKind kind,
      String account,
      String action,
      String result,
      String patient,
      String purpose,
      int results,
      String termHash) {
    Said(AccessKind kind, String account, String action, String result) {
      this(kind, account, action, result, "", "", -1, "");
    }

    Said patient(String id) {
      return new Said(kind, account, action, result, id, purpose, results, termHash);
    }

    Said purpose(String code) {
      return new Said(kind, account, action, result, patient, code, results, termHash);
    }

    Said counted(int rows, String hash) {
      return new Said(kind, account, action, result, patient, purpose, rows, hash);
    }
  }
}
