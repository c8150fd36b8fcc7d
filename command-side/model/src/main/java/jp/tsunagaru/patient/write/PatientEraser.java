package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Destroys everything of one patient, in the unit of work of the caller (第16条2, 第19条). */
@Component
public class PatientEraser {
  private final Repository<Patient> patients;

  PatientEraser(@Lazy @Qualifier("patientRepository") Repository<Patient> patients) {
    this.patients = patients;
  }

  public void erase(PatientId patientId) {
    patients.load(patientId.value()).execute(Patient::erase);
  }
}
