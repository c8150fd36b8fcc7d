package jp.tsunagaru.incident.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.MeasureKind;

public record CouncilIncidents(List<Told> incidents) {
  /**
   * @param persons as the city judged, 0 before
   * @param prevention measures against recurrence, in order
   */
  public record Told(
      IncidentId incidentId,
      IncidentKind kind,
      LocalDate reportedOn,
      LocalDate toldOn,
      int persons,
      Set<MeasureKind> measures,
      String summary,
      List<String> prevention,
      boolean closed) {}
}
