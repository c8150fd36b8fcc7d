package jp.tsunagaru.axon.store;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** The access history as a source for projections. */
public interface AccessStream {
  StreamableMessageSource<TrackedEventMessage<?>> source();
}
