package jp.tsunagaru.audit.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.patient.PatientId;

/** Nearly always one: namesakes of the same day are told apart by where they were registered. */
public record PersonsAtDesk(List<Person> persons) implements Counted {
  /**
   * @param facility that registered the patient
   * @param incident whether an incident about the patient is open; told to the city only
   * @param shared whether sharing goes on and may be stopped; told to the city only
   */
  public record Person(
      PatientId patientId,
      String name,
      String kana,
      LocalDate birthDate,
      String facility,
      boolean incident,
      boolean shared) {}

  @Override
  public int results() {
    return persons.size();
  }
}
