package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * One access as stored.
 *
 * @param position in the access stream of the event store
 * @param action the code of what was done, such as {@code GetTimeline} or {@code SignInFailed}
 * @param result {@code ALLOWED} or the code of the refusal
 * @param ground consent and membership in words' parts; null when there was none
 * @param printing why it was printed; null when it was not
 * @param marks hints such as {@code AFTER_HOURS, REFUSED, MANY}
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
    String action,
    String patientId,
    String patient,
    Map<DocumentId, Long> documents,
    String attachmentId,
    String result,
    @Nullable Ground ground,
    @Nullable Printing printing,
    Set<String> marks) {}
