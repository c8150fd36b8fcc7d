package jp.tsunagaru.form.write;

import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardedOtherForms implements OtherForms {
  private final JdbcClient jdbc;

  GuardedOtherForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Other> find(DocumentId documentId, PatientId patientId) {
    return jdbc.sql(
            """
            select f.kind, f.state = 'APPROVED'
            from guard.form f
            join guard.document d on d.document_id = f.document_id and d.state = 'CONFIRMED'
            where f.document_id = ? and f.patient_id = ?\
            """)
        .params(documentId.value(), patientId.value())
        .query((row, number) -> new Other(FormKind.valueOf(row.getString(1)), row.getBoolean(2)))
        .optional();
  }
}
