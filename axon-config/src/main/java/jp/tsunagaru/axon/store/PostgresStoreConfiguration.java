package jp.tsunagaru.axon.store;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Events in PostgreSQL: domain events and the access history in a table each. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${tsunagaru.events.axon-server:}' == ''")
@EnableConfigurationProperties(StoreProperties.class)
class PostgresStoreConfiguration {
  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  JdbcEventStorageEngine eventStorageEngine(
      ConnectionProvider connections,
      TransactionManager transactions,
      @Qualifier("eventSerializer") Serializer serializer,
      EventUpcasterChain upcasters,
      StoreProperties properties) {
    return engine(
        "store.domain_event_entry", connections, transactions, serializer, upcasters, properties);
  }

  @Bean
  EventStore eventStore(JdbcEventStorageEngine engine) {
    return EmbeddedEventStore.builder().storageEngine(engine).cachedEvents(0).build();
  }

  @Bean
  DomainStream domainStream(
      JdbcEventStorageEngine engine, EventStore store, StoreProperties properties) {
    StoredEvents events = new StoredEvents(engine, properties.readBlock());
    store.subscribe(appended -> {
      if (CurrentUnitOfWork.isStarted()) {
        CurrentUnitOfWork.get().root().afterCommit(unit -> events.appended());
      } else {
        events.appended();
      }
    });
    return () -> events;
  }

  @Bean
  GuardStream guardStream(EventStore store) {
    return () -> store;
  }

  @Bean
  PostgresAccessHistory accessHistory(
      DataSource dataSource,
      PlatformTransactionManager platform,
      TransactionManager transactions,
      @Qualifier("eventSerializer") Serializer serializer,
      EventUpcasterChain upcasters,
      StoreProperties properties,
      JdbcClient jdbc) {
    JdbcEventStorageEngine engine =
        engine(
            "store.access_event_entry",
            new SpringDataSourceConnectionProvider(dataSource),
            transactions,
            serializer,
            upcasters,
            properties);
    return new PostgresAccessHistory(
        engine,
        new StoredEvents(engine, properties.readBlock()),
        platform,
        new EventsByName("store.access_event_entry", serializer, upcasters, jdbc));
  }

  @Bean
  DomainHistory domainHistory(
      @Qualifier("eventSerializer") Serializer serializer,
      EventUpcasterChain upcasters,
      JdbcClient jdbc) {
    EventsByName events = new EventsByName("store.domain_event_entry", serializer, upcasters, jdbc);
    return places -> events.read(places.stream().map(DomainHistory.Place::eventId).toList());
  }

  private static JdbcEventStorageEngine engine(
      String table,
      ConnectionProvider connections,
      TransactionManager transactions,
      Serializer serializer,
      EventUpcasterChain upcasters,
      StoreProperties properties) {
    JdbcEventStorageEngine.Builder settings =
        JdbcEventStorageEngine.builder()
            .connectionProvider(connections)
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .upcasterChain(upcasters)
            .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
            .schema(
                EventSchema.builder()
                    .eventTable(table)
                    .snapshotTable("store.snapshot_event_entry")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_identifier")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("type")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .timestampColumn("time_stamp")
                    .build())
            .batchSize(properties.readBlock());
    return new EventEngine(settings, table, transactions);
  }
}
