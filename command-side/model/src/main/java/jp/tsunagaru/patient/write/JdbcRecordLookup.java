package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRecordLookup implements RecordLookup {
  private final JdbcClient jdbc;

  JdbcRecordLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean shared(PatientId patientId) {
    return is(patientId, "SHARED");
  }

  @Override
  public boolean provisional(PatientId patientId) {
    return is(patientId, "PROVISIONAL");
  }

  private boolean is(PatientId patientId, String sharing) {
    return jdbc.sql(
            """
            select exists (select 1 from guard.patient where patient_id = ? and sharing = ?)\
            """)
        .params(patientId.value(), sharing)
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean stands(PatientId patientId, Place place) {
    return jdbc.sql(
            "select exists (select 1 from guard.patient_merge where "
                + (place == Place.UNDER_ANOTHER ? "patient_id" : "main_id")
                + " = ?)")
        .param(patientId.value())
        .query(Boolean.class)
        .single();
  }
}
