package jp.tsunagaru.form.write;

import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.patient.PatientId;

/** Forms other than the one that decides. */
interface OtherForms {
  record Other(FormKind kind, boolean confirmed) {}

  Optional<Other> find(DocumentId documentId, PatientId patientId);
}
