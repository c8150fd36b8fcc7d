package jp.tsunagaru.axon.projection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import jp.tsunagaru.axon.store.AccessStream;
import jp.tsunagaru.axon.store.DomainStream;
import jp.tsunagaru.axon.store.GuardStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How every processing group runs; see {@link Group}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
  private static final int PROJECTION_BATCH = 500;

  /** Longer than the slowest batch on a busy machine, or a second worker would repeat it. */
  static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(30);

  /** How often a coordinator looks for segments that nobody works on. */
  static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);

  @Bean
  ParameterResolverFactory writesResolver(DataSource dataSource, ObjectProvider<QueryBus> queries) {
    return new WritesResolverFactory(dataSource, queries);
  }

  @Bean
  TokenStore tokenStore(DataSource dataSource, Serializer serializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .schema(
            TokenSchema.builder()
                .setTokenTable("store.token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build())
        .contentType(byte[].class)
        .claimTimeout(CLAIM_TIMEOUT)
        .serializer(serializer)
        .build();
  }

  /**
   * A process that was killed leaves its claims behind, and every read model would stand still
   * until they run out. There is one process an installation, so whoever held them is gone; and
   * were it not, it would lose its claim, never write a batch twice.
   */
  @Bean
  ConfigurerModule claimsOfAFormerProcess(DataSource dataSource) {
    return configurer ->
        configurer.onInitialize(configuration ->
            configuration.onStart(
                Phase.INBOUND_EVENT_CONNECTORS - 2, () -> releaseClaims(dataSource)));
  }

  private static void releaseClaims(DataSource dataSource) {
    JdbcClient.create(dataSource)
        .sql("update store.token_entry set owner = null where owner is not null")
        .update();
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService projectionWorkers() {
    return Executors.newScheduledThreadPool(
        4, Thread.ofPlatform().daemon().name("projection-", 0).factory());
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService automationWorkers() {
    return Executors.newScheduledThreadPool(
        2, Thread.ofPlatform().daemon().name("automation-", 0).factory());
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService coordinators() {
    return Executors.newScheduledThreadPool(
        2, Thread.ofPlatform().daemon().name("coordinator-", 0).factory());
  }

  @Bean
  ConfigurerModule processingGroups(
      ConfigurableListableBeanFactory beans,
      DomainStream domain,
      AccessStream access,
      GuardStream guard,
      DataSource dataSource,
      @Qualifier("projectionWorkers") ScheduledExecutorService projectionWorkers,
      @Qualifier("automationWorkers") ScheduledExecutorService automationWorkers,
      @Qualifier("coordinators") ScheduledExecutorService coordinators) {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      // Fail loudly: a projector that skips an event would show a wrong record for ever.
      processing.registerDefaultListenerInvocationErrorHandler(
          configuration -> PropagatingErrorHandler.instance());
      for (Group group : Group.of(beans)) {
        switch (group.kind()) {
          case GUARD -> {
            processing.registerSubscribingEventProcessor(
                group.name(), configuration -> guard.source());
            processing.registerErrorHandler(
                group.name(), configuration -> PropagatingErrorHandler.instance());
          }
          case DOMAIN_PROJECTION ->
              project(processing, group, domain.source(), projectionWorkers, coordinators);
          case ACCESS_PROJECTION ->
              project(processing, group, access.source(), projectionWorkers, coordinators);
          case AUTOMATION ->
              automate(
                  processing, group, domain.source(), dataSource, automationWorkers, coordinators);
        }
      }
    };
  }

  private static void project(
      EventProcessingConfigurer processing,
      Group group,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      ScheduledExecutorService workers,
      ScheduledExecutorService coordinators) {
    processing.registerPooledStreamingEventProcessor(
        group.name(),
        configuration -> source,
        (configuration, processor) ->
            processor
                .initialSegmentCount(group.segments())
                .batchSize(PROJECTION_BATCH)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .claimExtensionThreshold(10_000)
                .workerExecutor(workers)
                .coordinatorExecutor(coordinators));
  }

  /** Side effects start where the stream stands when they are first installed, and never replay. */
  private static void automate(
      EventProcessingConfigurer processing,
      Group group,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      DataSource dataSource,
      ScheduledExecutorService workers,
      ScheduledExecutorService coordinators) {
    processing.registerPooledStreamingEventProcessor(
        group.name(),
        configuration -> source,
        (configuration, processor) ->
            processor
                .initialSegmentCount(1)
                .batchSize(1)
                .initialToken(StreamableMessageSource::createHeadToken)
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .workerExecutor(workers)
                .coordinatorExecutor(coordinators));
    processing.registerDeadLetterQueue(
        group.name(), configuration -> deadLetters(configuration, group, dataSource));
  }

  private static JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters(
      Configuration configuration, Group group, DataSource dataSource) {
    ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(group.name())
        .connectionProvider(connections)
        .transactionManager(configuration.getComponent(TransactionManager.class))
        .genericSerializer(configuration.serializer())
        .eventSerializer(configuration.eventSerializer())
        .schema(
            DeadLetterSchema.builder()
                .deadLetterTable("store.dead_letter_entry")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build())
        .build();
  }
}
