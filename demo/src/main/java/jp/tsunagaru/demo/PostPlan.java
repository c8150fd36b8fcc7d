package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;

/**
 * A post that will be made.
 *
 * @param day counted from the first day of the filling
 * @param daysAgo how many days before it was written it happened
 * @param file blank, or which file it carries
 * @param circle blank, {@code medical} or {@code close}
 * @param urgent whether it cannot wait for the next round
 */
record PostPlan(
    String key,
    DemoPatient patient,
    DemoUser author,
    int day,
    LocalTime time,
    int daysAgo,
    String text,
    Set<String> tags,
    String file,
    String circle,
    boolean urgent) {
  DocumentId documentId() {
    return new DocumentId(FixedIds.of("doc", key));
  }

  AttachmentId attachmentId() {
    return new AttachmentId(FixedIds.of("att", key));
  }
}
