package jp.tsunagaru.audit.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagaru.audit.event.AccessEvent;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.axon.store.DomainHistory;
import org.springframework.stereotype.Component;

/**
 * Rows only say where to look: what is told comes from the events in the store, so nobody can
 * change the past by changing a table.
 */
@Component
class StoredRows {
  private final AccessHistory seen;
  private final DomainHistory changed;

  StoredRows(AccessHistory seen, DomainHistory changed) {
    this.seen = seen;
    this.changed = changed;
  }

  record Stored(AccessLog.Row row, Object event) {
    Stored(AccessLog.Row row, Access access, Object event) {
      this(
          new AccessLog.Row(row.position(), row.aggregateId(), row.sequence(), access, row.marks()),
          event);
    }
  }

  private record Found(Access access, Object event) {}

  List<Stored> of(List<AccessLog.Row> rows) {
    Map<String, Found> stored = new HashMap<>();
    List<String> accesses =
        rows.stream()
            .map(AccessLog.Row::access)
            .filter(access -> !access.kind().change())
            .map(Access::eventId)
            .toList();
    List<DomainHistory.Place> changes =
        rows.stream()
            .filter(row -> row.access().kind().change())
            .map(row ->
                new DomainHistory.Place(row.access().eventId(), row.aggregateId(), row.sequence()))
            .toList();
    seen.read(accesses)
        .forEach(found -> {
          if (found.event() instanceof AccessEvent event) {
            stored.put(
                found.eventId(),
                new Found(Access.of(found.eventId(), found.at(), found.origin(), event), event));
          }
        });
    changed
        .read(changes)
        .forEach(found ->
            stored.put(
                found.getIdentifier(), new Found(Access.ofChange(found), found.getPayload())));
    return rows.stream()
        .flatMap(row ->
            Stream.ofNullable(stored.get(row.access().eventId()))
                .map(found -> new Stored(row, found.access(), found.event())))
        .toList();
  }
}
