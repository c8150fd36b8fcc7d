package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.incident.MeasureKind;

public record PossibleMeasures(List<Done> done) {
  /**
   * @param about name of the account, or number of the record
   * @param who did it
   */
  public record Done(String eventId, MeasureKind kind, Instant at, String about, String who) {}
}
