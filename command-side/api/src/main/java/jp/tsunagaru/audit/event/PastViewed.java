package jp.tsunagaru.audit.event;

import java.time.Instant;
import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * A patient's record was shown as it stood at a moment. Durable before the answer leaves.
 *
 * @param documents the documents shown, in the versions of then
 * @param lookedAt the moment that was chosen
 * @param basis {@code RECORDED} or {@code OCCURRED}
 */
public record PastViewed(
    PatientId patientId,
    String action,
    Map<DocumentId, Long> documents,
    Instant lookedAt,
    String basis,
    AccessGround ground)
    implements AccessEvent, HandedOut {}
