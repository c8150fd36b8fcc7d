package jp.tsunagaru.axon.store;

import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.lifecycle.Phase;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same events in an Axon Server. Its open servers have one context, so the access history
 * shares the stream with the domain events; processors skip what they do not handle without reading
 * it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${tsunagaru.events.axon-server:}' != ''")
@EnableConfigurationProperties(StoreProperties.class)
class AxonServerStoreConfiguration {
  @Bean
  EventStore eventStore(
      AxonServerConfiguration configuration,
      AxonServerConnectionManager connections,
      @Qualifier("eventSerializer") Serializer serializer,
      EventUpcasterChain upcasters) {
    return AxonServerEventStore.builder()
        .configuration(configuration)
        .platformConnectionManager(connections)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .upcasterChain(upcasters)
        .snapshotFilter(SnapshotFilter.allowAll())
        .build();
  }

  @Bean
  DomainStream domainStream(EventStore store) {
    return () -> store;
  }

  @Bean
  GuardReconciliation guardStream(
      EventStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new GuardReconciliation(store, jdbc, transactions);
  }

  /** After the guard tables listen, before anything else moves. */
  @Bean
  ConfigurerModule guardReconciliation(GuardReconciliation reconciliation) {
    return configurer ->
        configurer.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS + 1, reconciliation::start);
  }

  @Bean
  AxonServerAccessHistory accessHistory(EventStore store) {
    return new AxonServerAccessHistory(store);
  }

  @Bean
  DomainHistory domainHistory(EventStore store) {
    return places -> places.stream().flatMap(place -> at(store, place)).toList();
  }

  private static Stream<? extends EventMessage<?>> at(EventStore store, DomainHistory.Place place) {
    return store
        .readEvents(place.aggregateId(), place.sequence())
        .asStream()
        .limit(1)
        .filter(event -> event.getIdentifier().equals(place.eventId()));
  }
}
