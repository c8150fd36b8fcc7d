package jp.tsunagaru.form.read;

import java.util.List;
import java.util.Optional;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.OtherOrder;
import jp.tsunagaru.form.WrittenForm;
import jp.tsunagaru.form.query.FormState;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads forms and opens their content; blank once the key is destroyed (消去済み). */
@Component
class StoredForms {
  private static final WrittenForm ERASED =
      new WrittenForm(FormValues.NONE, new AuthorAsWritten("", ""));

  private static final String ROWS =
      """
      select f.*, coalesce(e.name, '') as entered_name, coalesce(p.name, '') as approved_name
        from view.form f
        left join view.account e on e.account_id = f.entered_by
        left join view.account p on p.account_id = f.approved_by
       where f.patient_id = :patient and not f.deleted
      """;

  private final JdbcClient jdbc;
  private final Sealer sealer;

  StoredForms(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /** All forms of a patient, newest first. */
  List<StoredForm> of(PatientId patientId) {
    return jdbc.sql(
            ROWS
                + " order by coalesce(f.issued_on, 'infinity') desc, f.changed_at desc,"
                + " f.document_id desc")
        .param("patient", patientId.value())
        .query((row, number) -> StoredForm.of(row))
        .list();
  }

  Optional<StoredForm> find(PatientId patientId, DocumentId documentId) {
    return jdbc.sql(ROWS + " and f.document_id = :document")
        .param("patient", patientId.value())
        .param("document", documentId.value())
        .query((row, number) -> StoredForm.of(row))
        .optional();
  }

  WrittenForm open(PatientId patientId, DocumentId documentId, byte[] sealed) {
    return sealed.length == 0
        ? ERASED
        : sealer
            .sealed(Subject.of(documentId, patientId), sealed, WrittenForm.class)
            .read()
            .orElse(ERASED);
  }

  String openText(PatientId patientId, DocumentId documentId, byte[] sealed) {
    return sealed.length == 0
        ? ""
        : sealer.sealed(Subject.of(documentId, patientId), sealed, String.class).read().orElse("");
  }

  /** The confirmed orders among these forms. */
  List<OtherOrder> orders(PatientId patientId, List<StoredForm> forms) {
    return forms.stream()
        .filter(form -> form.state() == FormState.APPROVED && form.validTo() != null)
        .flatMap(form ->
            OtherOrder.of(
                FormDefinitions.official().of(form.formVersion()),
                open(patientId, form.documentId(), form.sealedForm()).values())
                .stream())
        .toList();
  }
}
