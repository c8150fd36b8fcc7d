package jp.tsunagaru.attachment.view;

import java.util.Optional;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Addresses of files; they hold ids only and give nothing to somebody without the right. */
record FileLink(PatientId patientId, DocumentId documentId, AttachmentId attachmentId) {
  String original() {
    return AttachmentFiles.PATH.substring(1) + patientId + "/" + documentId + "/" + attachmentId;
  }

  String rendition(String address) {
    return original() + "/" + address;
  }

  /** A page or frame as it is made at the moment of asking. */
  String page(int page, Optional<FilePictures.Window> window) {
    String plain = original() + "/page/" + page;
    return window
        .map(chosen -> plain + "/window/" + chosen.center() + "/" + chosen.width())
        .orElse(plain);
  }
}
