package jp.tsunagaru.axon.store;

import jp.tsunagaru.axon.store.AccessHistory.StoredAccess;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.eventhandling.EventMessage;

final class StoredAccessMapper {
  private StoredAccessMapper() {}

  static StoredAccess map(EventMessage<?> event) {
    return new StoredAccess(
        event.getIdentifier(),
        event.getTimestamp(),
        event.getPayload(),
        Origin.from(event.getMetaData())
            .orElseThrow(() -> new IllegalStateException("an access event names no actor")));
  }
}
