package jp.tsunagaru.patient.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.patient.PatientId;

/** Newest first, at most 200. */
public record PossibleDuplicates(List<Pair> pairs) implements Counted {
  public PossibleDuplicates {
    pairs = List.copyOf(pairs);
  }

  /**
   * @param sameNumber whether the 被保険者番号 is the same
   * @param samePerson whether birth and kana are the same
   */
  public record Pair(
      Registration earlier, Registration later, boolean sameNumber, boolean samePerson) {}

  public record Registration(PatientId patientId, String facility, Instant registeredAt) {}

  @Override
  public int results() {
    return pairs.size();
  }
}
