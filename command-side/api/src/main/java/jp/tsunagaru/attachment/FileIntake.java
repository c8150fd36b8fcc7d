package jp.tsunagaru.attachment;

import java.io.IOException;
import java.io.InputStream;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Where the browser's bytes go: they are checked by content, sealed under the document's key and
 * kept before anything refers to them. The only door for files; see {@link RefusalCode} {@code
 * FILE_*}.
 */
public interface FileIntake {
  /**
   * Reads the stream to its end.
   *
   * @throws Refused when the file is not acceptable or the actor may not write for this patient;
   *     nothing is kept then and the refusal is recorded
   */
  ReceivedFile receive(Upload upload, InputStream bytes) throws IOException;

  /** Whether files are scanned for known malware; where not, the operator is told. */
  boolean scansForViruses();

  /** What is known before the first byte. */
  record Upload(
      Origin origin,
      PatientId patientId,
      DocumentId documentId,
      AttachmentId attachmentId,
      String fileName) {}

  /** What came in. The picture may follow later, see {@code AttachmentConverted}. */
  record ReceivedFile(
      AttachmentId attachmentId,
      String fileName,
      FileKind kind,
      long size,
      boolean namesAnotherPatient) {}
}
