package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.IncidentContent;
import org.jspecify.annotations.Nullable;

/**
 * @param content nothing but blanks once it was erased
 * @param ownFacility whether the actor's facility is the reporter's
 * @param breach null before it was judged, and for all but the city
 */
public record IncidentDetail(
    IncidentRow row,
    Instant foundAt,
    @Nullable Instant occurredAt,
    IncidentContent content,
    List<Affected> affected,
    boolean ownFacility,
    List<IncidentStep> steps,
    @Nullable Breach breach)
    implements Counted {
  /**
   * @param patient the name for the city; blank for everybody else and when erased
   */
  public record Affected(AffectedRecord record, String patient) {}

  @Override
  public int results() {
    return 1;
  }
}
