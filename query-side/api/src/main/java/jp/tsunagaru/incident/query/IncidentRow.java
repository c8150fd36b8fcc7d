package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;

/**
 * One incident in a list, without a word of its content.
 *
 * @param reporter name of the user, or of the help desk that filed it for a caller
 * @param affected how many records are named
 * @param legs in the order of the chain, as far as they have begun
 */
public record IncidentRow(
    IncidentId incidentId,
    IncidentKind kind,
    Instant reportedAt,
    String reporter,
    String facility,
    boolean onBehalf,
    int affected,
    IncidentState state,
    List<LegState> legs) {
  /** What is due next. */
  public Optional<LegState> next() {
    return legs.stream()
        .filter(leg -> leg.done() == null)
        .min((one, other) -> one.due().compareTo(other.due()));
  }
}
