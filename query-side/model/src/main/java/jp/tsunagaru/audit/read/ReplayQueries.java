package jp.tsunagaru.audit.read;

import java.util.List;
import jp.tsunagaru.audit.query.AccessPage;
import jp.tsunagaru.audit.query.AccessReplay;
import jp.tsunagaru.audit.query.ListAccess;
import jp.tsunagaru.audit.query.ReplayAccess;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * The access history, as a list and step by step. The list is read from rows, the replay from the
 * stored events.
 */
@Component
class ReplayQueries {
  private static final int MOST_ROWS = 200;
  private static final int MOST_STEPS = 500;

  private final AccessLog log;
  private final StoredRows stored;
  private final Steps steps;

  ReplayQueries(AccessLog log, StoredRows stored, Steps steps) {
    this.log = log;
    this.stored = stored;
    this.steps = steps;
  }

  @QueryHandler
  AccessPage handle(ListAccess query) {
    int limit = Math.clamp(query.limit(), 1, MOST_ROWS);
    List<AccessLog.Row> rows = log.before(query.filter(), query.before(), limit + 1);
    return new AccessPage(
        steps.told(rows.subList(0, Math.min(limit, rows.size()))), rows.size() > limit);
  }

  @QueryHandler
  AccessReplay handle(ReplayAccess query) {
    int limit = Math.clamp(query.limit(), 1, MOST_STEPS);
    List<AccessLog.Row> rows = log.after(query.filter(), query.after(), limit + 1);
    List<Integer> density = log.density(query.filter());
    return new AccessReplay(
        steps.told(
            stored.of(rows.subList(0, Math.min(limit, rows.size()))).stream()
                .map(StoredRows.Stored::row)
                .toList()),
        rows.size() > limit,
        density.stream().mapToInt(Integer::intValue).sum(),
        density);
  }
}
