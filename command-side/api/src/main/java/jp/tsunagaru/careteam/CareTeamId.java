package jp.tsunagaru.careteam;

import com.fasterxml.jackson.annotation.JsonValue;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.PatientId;

/** Identifies the team of one patient; one patient has one. */
public record CareTeamId(@JsonValue String value) implements Id {
  public CareTeamId {
    Id.checked("team", value);
  }

  public static CareTeamId of(PatientId patientId) {
    return new CareTeamId("team_" + patientId.suffix());
  }

  @Override
  public String toString() {
    return value;
  }
}
