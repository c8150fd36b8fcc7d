package jp.tsunagaru.axon.store;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.SubscribableMessageSource;

/** The domain events for the guard tables, which change in the transaction of the event. */
public interface GuardStream {
  SubscribableMessageSource<EventMessage<?>> source();
}
