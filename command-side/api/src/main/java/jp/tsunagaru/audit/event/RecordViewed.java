package jp.tsunagaru.audit.event;

import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * Content of a patient was handed out. Durable before the answer leaves (design §4.2).
 *
 * @param action the simple name of the query, such as {@code GetTimeline}
 * @param documents the documents shown, with their versions
 * @param attachmentId the file opened, or empty
 */
public record RecordViewed(
    PatientId patientId,
    String action,
    Map<DocumentId, Long> documents,
    String attachmentId,
    AccessGround ground)
    implements AccessEvent, HandedOut {}
