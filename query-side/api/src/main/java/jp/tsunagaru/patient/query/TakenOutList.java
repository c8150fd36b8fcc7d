package jp.tsunagaru.patient.query;

import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.access.TakenOut;
import jp.tsunagaru.patient.PatientId;

/**
 * @param leftOut patients of the list that the actor may see but not take out, or beyond the limit
 */
public record TakenOutList(List<PatientRow> rows, int leftOut) implements TakenOut, Counted {
  public TakenOutList {
    rows = List.copyOf(rows);
  }

  @Override
  public List<PatientId> takenOut() {
    return rows.stream().map(PatientRow::patientId).toList();
  }

  @Override
  public int results() {
    return rows.size();
  }
}
