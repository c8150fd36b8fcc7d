package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.patient.PatientId;

/** Who is in charge of a patient on a day, person by person. */
interface TeamOfTheDay {
  List<RetainedMember> on(PatientId patientId, LocalDate day);
}
