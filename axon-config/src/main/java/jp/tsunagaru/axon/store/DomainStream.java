package jp.tsunagaru.axon.store;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** The domain events as a source for projections and automations. */
public interface DomainStream {
  StreamableMessageSource<TrackedEventMessage<?>> source();
}
