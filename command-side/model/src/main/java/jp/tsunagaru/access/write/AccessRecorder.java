package jp.tsunagaru.access.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.access.LooksBack;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.access.PrintsAtDesk;
import jp.tsunagaru.access.Searches;
import jp.tsunagaru.access.Shown;
import jp.tsunagaru.access.ShownOfPatients;
import jp.tsunagaru.access.TakenOut;
import jp.tsunagaru.access.TakesOut;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.AuditReplayed;
import jp.tsunagaru.audit.event.ListSearched;
import jp.tsunagaru.audit.event.PastViewed;
import jp.tsunagaru.audit.event.PatientTakenOut;
import jp.tsunagaru.audit.event.RecordPrinted;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes reads and refusals into the access history. What cannot be recorded is not handed out
 * (design §4.2); a refusal that cannot be recorded then looks the same.
 */
@Component
final class AccessRecorder {
  private static final Logger log = LoggerFactory.getLogger(AccessRecorder.class);

  private final AccessHistory history;
  private final SearchHash searchHash;

  AccessRecorder(AccessHistory history, SearchHash searchHash) {
    this.history = history;
    this.searchHash = searchHash;
  }

  /** Whether answers to this query have to be recorded before they leave. */
  static boolean records(Object query) {
    return query instanceof PatientScoped scoped && scoped.handsOutContent()
        || query instanceof Searches
        || query instanceof TakesOut
        || query instanceof PrintsAtDesk
        || query instanceof AuditRead;
  }

  void denied(Origin origin, Object message, Denial reason) {
    String patientId = message instanceof PatientScoped scoped ? scoped.patientId().value() : "";
    append(origin, action(message), new AccessDenied(patientId, action(message), reason.name()));
  }

  /**
   * @param grounds of the decisions about the patients, where the query is about some
   */
  void handedOut(
      Origin origin, Object query, Map<PatientId, AccessGround> grounds, @Nullable Object answer) {
    String action = action(query);
    List<AccessEvent> events = new ArrayList<>();
    try {
      if (query instanceof PatientScoped scoped && scoped.handsOutContent()) {
        events.add(handedOut(scoped, scoped.patientId(), action, grounds, answer));
        for (PatientId other : scoped.alongside()) {
          events.add(handedOut(scoped, other, action, grounds, answer));
        }
      }
      if (query instanceof Searches searches) {
        events.add(
            new ListSearched(
                action,
                searches.searchedKinds(),
                searchHash.of(searches.searchTerm()),
                results(answer)));
      }
      if (query instanceof TakesOut leaving) {
        takenOut(leaving, action, answer).forEach(events::add);
      }
      if (query instanceof PrintsAtDesk print) {
        events.add(
            printed(print.patientId(), action, Map.of(), print.reason(), AccessGround.AT_DESK));
      }
      if (query instanceof AuditRead read) {
        events.add(
            new AuditReplayed(
                read.scopeCode(),
                read.scopeId(),
                read.from(),
                read.to(),
                results(answer),
                action,
                read.purposeCode()));
      }
    } catch (RuntimeException e) {
      throw unavailable(action, e);
    }
    events.forEach(event -> append(origin, action, event));
  }

  private static AccessEvent handedOut(
      PatientScoped scoped,
      PatientId patientId,
      String action,
      Map<PatientId, AccessGround> grounds,
      @Nullable Object answer) {
    AccessGround ground = Objects.requireNonNull(grounds.get(patientId));
    Map<DocumentId, Long> documents = new HashMap<>();
    if (scoped.alongside().isEmpty()) {
      collect(answer, documents);
    } else if (answer instanceof ShownOfPatients shown) {
      documents.putAll(shown.shownOf(patientId));
    } else {
      throw new IllegalStateException("the answer does not tell whose documents it shows");
    }
    if (documents.isEmpty()) {
      // The document asked for, in a version the answer does not name.
      scoped.documentConcerned().ifPresent(document -> documents.put(document, 0L));
    }
    if (scoped instanceof Prints print) {
      return printed(patientId, action, documents, print.reason(), ground);
    }
    if (scoped instanceof LooksBack past) {
      return new PastViewed(
          patientId, action, Map.copyOf(documents), past.lookedAt(), past.basisCode(), ground);
    }
    String attachmentId = scoped.attachmentConcerned().map(id -> id.value()).orElse("");
    return new RecordViewed(patientId, action, Map.copyOf(documents), attachmentId, ground);
  }

  private static RecordPrinted printed(
      PatientId patientId,
      String action,
      Map<DocumentId, Long> documents,
      PrintReason reason,
      AccessGround ground) {
    return new RecordPrinted(
        patientId,
        action,
        Map.copyOf(documents),
        reason.purpose().name(),
        Personal.of(Subject.of(patientId), reason.note()),
        ground);
  }

  /** One event for each patient: who asks about a patient finds it there. */
  private static List<PatientTakenOut> takenOut(
      TakesOut leaving, String action, @Nullable Object answer) {
    if (!(answer instanceof TakenOut named)) {
      throw new IllegalStateException("the answer names no patients");
    }
    List<PatientId> patients = named.takenOut();
    return patients.stream()
        .map(patient ->
            new PatientTakenOut(
                patient, action, leaving.purpose().name(), leaving.formatCode(), patients.size()))
        .toList();
  }

  private static void collect(@Nullable Object answer, Map<DocumentId, Long> documents) {
    switch (answer) {
      case Shown shown ->
          shown.shown().forEach((id, version) -> documents.merge(id, version, Math::max));
      case Optional<?> optional -> optional.ifPresent(value -> collect(value, documents));
      case Iterable<?> values -> values.forEach(value -> collect(value, documents));
      case null, default -> {}
    }
  }

  private static int results(@Nullable Object answer) {
    return switch (answer) {
      case Counted counted -> counted.results();
      case Optional<?> optional -> results(optional.orElse(null));
      case null, default -> throw new IllegalStateException("the answer counts no results");
    };
  }

  private void append(Origin origin, String action, AccessEvent event) {
    try {
      history.append(event, origin);
    } catch (RuntimeException e) {
      throw unavailable(action, e);
    }
  }

  /** Texts of exceptions may repeat what was asked for; the log gets the type only. */
  private static Refused unavailable(String action, RuntimeException cause) {
    log.error("access history cannot record {}: {}", action, cause.getClass().getName());
    return new Refused(RefusalCode.UNAVAILABLE);
  }

  private static String action(Object message) {
    return message.getClass().getSimpleName();
  }
}
