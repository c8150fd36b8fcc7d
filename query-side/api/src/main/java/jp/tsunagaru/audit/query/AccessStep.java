package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.query.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One access or one change as stored.
 *
 * @param position in the stream of the event store, of accesses or of changes
 * @param action the code of what was done, such as {@code GetTimeline} or {@code SignIn}; of a
 *     change the name of its event
 * @param object what was changed, where it is neither a patient nor a document; else blank
 * @param results how many rows were found or handed out, -1 where nothing counts them
 * @param result {@code ALLOWED} or the code of the refusal
 * @param ground consent and membership in words' parts; null when there was none
 * @param lookedAt the moment of the past that was shown; null for the present
 * @param printing why it was printed or taken out; null when it was not
 */
public record AccessStep(
    long position,
    String eventId,
    Instant at,
    String accountId,
    String actor,
    String facility,
    String profession,
    Set<String> roles,
    String session,
    String address,
    String factors,
    AccessKind kind,
    String action,
    String patientId,
    String patient,
    Map<DocumentId, Long> documents,
    String attachmentId,
    String object,
    int results,
    String result,
    @Nullable Ground ground,
    @Nullable Printing printing,
    Set<AccessMark> marks,
    @Nullable Moment lookedAt) {
  public AccessCursor cursor() {
    return new AccessCursor(at, kind.change(), position);
  }
}
