package jp.tsunagaru.audit.event;

import java.util.Map;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/**
 * Content of a patient was handed out to be printed or as a file for another system (DC-09, FM-07).
 * Durable before the paper is made.
 *
 * @param documents the documents on the paper, with their versions
 * @param purpose code of the purpose
 * @param note the purpose in words, which may name persons
 */
public record RecordPrinted(
    PatientId patientId,
    String action,
    Map<DocumentId, Long> documents,
    String purpose,
    Personal<String> note,
    AccessGround ground)
    implements AccessEvent, HandedOut {}
