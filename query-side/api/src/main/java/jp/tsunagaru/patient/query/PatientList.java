package jp.tsunagaru.patient.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/** Rows in order and how many the same filter has in all; both obey the same permission (PT-12). */
public record PatientList(
    List<PatientRow> rows, int total, boolean phoneUnderstood, boolean kanaUnderstood)
    implements Counted {
  @Override
  public int results() {
    return total;
  }
}
