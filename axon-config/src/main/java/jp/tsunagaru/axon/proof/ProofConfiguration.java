package jp.tsunagaru.axon.proof;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each stream of events has a log of its own: two logs never have to agree on an order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofProperties.class)
class ProofConfiguration {
  static final String DOMAIN = "domain";
  static final String ACCESS = "access";

  /** Both streams in one, as an Axon Server keeps them. */
  static final String SERVER = "server";

  static final String PUBLIC_KEY = "public-key.pem";

  static Path heads(Path directory, String log) {
    return directory.resolve(log + "-heads.jsonl");
  }

  record ProofLogs(List<ProofLog> all) {}

  /** Makes logs that differ in where their events are. */
  record Maker(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SigningKey key,
      Path directory,
      ProofProperties properties) {
    ProofLog log(String name, EventEntries events) {
      return new ProofLog(
          name,
          events,
          jdbc,
          transactions,
          key,
          new HeadFile(heads(directory, name)),
          // Heads carry the time of the machine: an invented past is for events only.
          Clock.systemUTC(),
          properties.interval());
    }
  }

  @Bean
  SigningKey proofKey(
      @Value("${tsunagaru.proof.key:${tsunagaru.data:data}/keys/proof.key}") Path key,
      @Value("${tsunagaru.proof.directory:${tsunagaru.data:data}/proof}") Path directory)
      throws IOException, GeneralSecurityException {
    return SigningKey.in(key.toAbsolutePath(), directory.toAbsolutePath().resolve(PUBLIC_KEY));
  }

  @Bean
  Maker proofLogMaker(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SigningKey key,
      ProofProperties properties,
      @Value("${tsunagaru.proof.directory:${tsunagaru.data:data}/proof}") Path directory) {
    return new Maker(jdbc, transactions, key, directory.toAbsolutePath(), properties);
  }

  @Bean
  ProofAppender proofAppender(ProofLogs logs, ProofProperties properties) {
    return new ProofAppender(logs.all(), properties);
  }

  @Bean
  ProofHealth proofHealthIndicator(ProofLogs logs) {
    return new ProofHealth(logs.all());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${tsunagaru.events.axon-server:}' == ''")
  static class InPostgres {
    @Bean
    ProofLogs proofLogs(Maker maker, JdbcClient jdbc) {
      return new ProofLogs(
          Stream.of(DOMAIN, ACCESS)
              .map(log -> maker.log(log, new PostgresEntries(log, jdbc)))
              .toList());
    }

    @Bean
    Proofs proofs(JdbcClient jdbc, SigningKey key) {
      return new JdbcProofs(
          jdbc,
          key,
          Map.of(
              DOMAIN, new PostgresEntries(DOMAIN, jdbc), ACCESS, new PostgresEntries(ACCESS, jdbc)),
          ACCESS);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${tsunagaru.events.axon-server:}' != ''")
  static class InAxonServer {
    @Bean
    ProofLogs proofLogs(Maker maker, JdbcClient jdbc, AxonServerConnectionManager connections) {
      return new ProofLogs(
          List.of(maker.log(SERVER, new ServerEntries(SERVER, jdbc, channel(connections)))));
    }

    @Bean
    Proofs proofs(JdbcClient jdbc, SigningKey key, AxonServerConnectionManager connections) {
      return new JdbcProofs(
          jdbc, key, Map.of(SERVER, new ServerEntries(SERVER, jdbc, channel(connections))), SERVER);
    }

    private static Supplier<EventChannel> channel(AxonServerConnectionManager connections) {
      return () -> connections.getConnection().eventChannel();
    }
  }
}
