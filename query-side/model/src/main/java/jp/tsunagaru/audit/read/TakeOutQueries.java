package jp.tsunagaru.audit.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagaru.audit.event.SessionClosed;
import jp.tsunagaru.audit.query.AccessCount;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.GetAccessCount;
import jp.tsunagaru.audit.query.ListAccessToTakeOut;
import jp.tsunagaru.audit.query.TakenOutAccesses;
import jp.tsunagaru.audit.query.TakenOutAccesses.Taken;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The access history for a file: part after part, so that neither side ever holds all of it. */
@Component
class TakeOutQueries {
  private final AccessLog log;
  private final StoredRows stored;
  private final Steps steps;
  private final AuditNames names;

  TakeOutQueries(AccessLog log, StoredRows stored, Steps steps, AuditNames names) {
    this.log = log;
    this.stored = stored;
    this.steps = steps;
    this.names = names;
  }

  @QueryHandler
  AccessCount handle(GetAccessCount query) {
    return new AccessCount(log.count(query.filter(), ListAccessToTakeOut.MOST + 1));
  }

  @QueryHandler
  TakenOutAccesses handle(ListAccessToTakeOut query) {
    int part = ListAccessToTakeOut.PART;
    List<AccessLog.Row> rows = log.after(query.filter(), query.after(), part + 1);
    List<StoredRows.Stored> found = stored.of(rows.subList(0, Math.min(part, rows.size())));
    List<AccessStep> told = steps.told(found.stream().map(StoredRows.Stored::row).toList());
    Map<String, String> logins =
        names.logins(told.stream().map(AccessStep::accountId).collect(Collectors.toSet()));
    return new TakenOutAccesses(
        IntStream.range(0, told.size())
            .mapToObj(at -> taken(told.get(at), found.get(at), logins))
            .toList(),
        rows.size() > part ? rows.get(part - 1).cursor() : null);
  }

  private static Taken taken(AccessStep step, StoredRows.Stored found, Map<String, String> logins) {
    return new Taken(
        step,
        logins.getOrDefault(step.accountId(), ""),
        found.row().access().origin().facilityId(),
        found.event() instanceof SessionClosed closed ? closed.seconds() : -1);
  }
}
