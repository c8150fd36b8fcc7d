package jp.tsunagaru.patient.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * Rows in order and how many the same filter has in all; both obey the same permission (PT-12).
 *
 * @param total beyond {@link #MOST_COUNTED} it says only that there are more: no farther is counted
 *     than to the first one behind the page
 */
public record PatientList(
    List<PatientRow> rows, int total, boolean phoneUnderstood, boolean kanaUnderstood)
    implements Counted {
  public static final int MOST_COUNTED = 2_000;

  @Override
  public int results() {
    return total;
  }
}
