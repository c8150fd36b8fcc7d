package jp.tsunagaru.imaging;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The verdict on a file. */
public sealed interface Inspection {

  /**
   * The file may be stored.
   *
   * @param kind what it is
   * @param mediaType the media type of its content
   * @param pages pages of a PDF, frames of a DICOM file (0 when it has no pixel data), otherwise 1
   * @param dicomPatient the patient of a DICOM file
   */
  record Accepted(MediaKind kind, String mediaType, int pages, Optional<DicomPatient> dicomPatient)
      implements Inspection {}

  /**
   * The file is refused.
   *
   * @param reason why
   * @param details particulars for the log and the message, free of the file's own content
   */
  record Rejected(Reason reason, Map<String, String> details) implements Inspection {
    public Rejected {
      details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
  }
}
