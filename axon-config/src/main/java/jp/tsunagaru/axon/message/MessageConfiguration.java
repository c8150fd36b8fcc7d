package jp.tsunagaru.axon.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Buses are local, also beside an Axon Server: a personal value in a command never leaves the
 * process, and a refusal arrives as the object that it is.
 */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
  @Bean
  @Primary
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  EventUpcasterChain eventUpcasterChain(ObjectProvider<SingleEventUpcaster> upcasters) {
    return new EventUpcasterChain(upcasters.orderedStream().toArray(SingleEventUpcaster[]::new));
  }

  @Bean
  CommandBus commandBus(
      TransactionManager transactions,
      Set<CorrelationDataProvider> providers,
      ObjectProvider<Failures> failures,
      @Value("${tsunagaru.events.axon-server:}") String axonServer) {
    CommandBus bus =
        new ExplainingCommandBus(
            SimpleCommandBus.builder().transactionManager(transactions),
            failures,
            axonServer.isBlank());
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(Set.copyOf(providers)));
    return bus;
  }

  /**
   * A query reads without a transaction around it: its record is stored in one of its own, and a
   * held connection beside it would let many readers starve each other of connections.
   */
  @Bean
  QueryBus queryBus(Set<CorrelationDataProvider> providers, ObjectProvider<Failures> failures) {
    QueryBus bus =
        SimpleQueryBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    bus.registerHandlerInterceptor((unit, chain) -> {
      try {
        return chain.proceed();
      } catch (RuntimeException failure) {
        throw failures.stream()
            .flatMap(known -> known.meaning(failure).stream())
            .findFirst()
            .orElse(failure);
      }
    });
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(Set.copyOf(providers)));
    return bus;
  }

  @Bean
  CorrelationDataProvider traceProvider() {
    return new MessageOriginProvider();
  }

  /** Who acts follows a command to its events and to commands sent because of them. */
  @Bean
  CorrelationDataProvider originProvider() {
    return message -> {
      Map<String, Object> origin = new HashMap<>();
      for (String key : Origin.metadataKeys()) {
        Object value = message.getMetaData().get(key);
        if (value != null) {
          origin.put(key, value);
        }
      }
      return origin;
    };
  }
}
