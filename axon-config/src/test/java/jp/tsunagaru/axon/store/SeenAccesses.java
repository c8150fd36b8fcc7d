package jp.tsunagaru.axon.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tsunagaru.axon.projection.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Follows the access history where it shares its stream with everything else. */
@Projection(Projection.Stream.ACCESS)
@ProcessingGroup("seen-accesses")
@ConditionalOnProperty("test.guard")
class SeenAccesses {
  record Looked(String id) {}

  record Seen(String id, String eventId, long position) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  List<Seen> seen(String id) {
    return seen.stream().filter(access -> access.id().equals(id)).toList();
  }

  @EventHandler
  void on(Looked event, EventMessage<?> message, TrackingToken token) {
    seen.add(new Seen(event.id(), message.getIdentifier(), token.position().orElseThrow()));
  }

  @ResetHandler
  void reset() {
    seen.clear();
  }
}
